import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ForwardedError } from '@backstage/errors';
import { createApp } from './createApp';
import { createForgeContext, operatorOf } from './createForgeContext';
import { readBlobs } from './git/blobs';
import { readCommit } from './git/commits';
import { resolveCommit } from './git/references';
import { isSymbolicLink, readAllEntries } from './git/trees';
import { ForgeContext } from './core/ForgeContext';
import { Forge, ForgeOptions } from './types';
import { startWebhooks } from './webhooks/startWebhooks';

const address = '127.0.0.1';
const requestTimeoutMs = 120_000;

const answerStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1' }).end('Starting.\n');
};

/**
 * Starts the forge: Git over HTTP, the REST API and the web page on one port of the loopback
 * interface.
 *
 * @throws Error when the port is taken, git is missing or the data is damaged; InputError when an
 * option is not allowed.
 */
export async function startForge(options: ForgeOptions): Promise<Forge> {
  const server = createServer({ requestTimeout: requestTimeoutMs });
  server.on('request', answerStarting);
  await listen(server, options.port);
  try {
    const { port } = server.address() as AddressInfo;
    const url = options.baseUrl ?? `http://localhost:${port}`;
    const context = await createForgeContext(options, url);
    const stopWebhooks = startWebhooks(context, options.webhooks ?? []);
    const { portalUrl } = options;
    const operator = operatorOf(options);
    server.off('request', answerStarting);
    server.on('request', createApp(context, { operator, portalUrl }));
    return createForge(context, async () => {
      stopWebhooks();
      await context.writes.idle();
      await close(server);
    });
  } catch (error) {
    await close(server);
    throw error;
  }
}

function createForge(
  { url, git, events, repository }: ForgeContext,
  stop: () => Promise<void>,
): Forge {
  return {
    url,
    onPush: listener => events.on('push', listener),
    async readTree(ref = repository.defaultBranch) {
      const revision = await resolveCommit(git, ref);
      const entries = (await readAllEntries(git, revision)).filter(
        entry => entry.type === 'blob' && !isSymbolicLink(entry),
      );
      const contents = await readBlobs(
        git,
        entries.map(entry => entry.id),
      );
      const files = entries.map(({ path }, index) => ({
        path,
        content: contents[index].toString('utf8'),
      }));
      return { revision, files };
    },
    async commitInfo(revision) {
      const commit = await readCommit(git, await resolveCommit(git, revision));
      const { id, message, author, committer } = commit;
      return { revision: id, message, author, committer };
    },
    close: stop,
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, address);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new ForwardedError(`The forge cannot use port ${port}`, error);
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
