import { mockServices } from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Forge } from '../forge';
import { accessOf, addressesOf } from './addresses';
import { ensureCredentials } from './credentials';
import { portalConfig } from './portalConfig';
import { choosePorts } from './ports';
import { startPlatformForge } from './startPlatformForge';

describe('startPlatformForge', () => {
  let directory: string;
  let portal: Server;
  let forge: Forge;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'platform-forge-'));
    portal = createServer().listen(0, '127.0.0.1');
    await once(portal, 'listening');
  });

  afterEach(async () => {
    await forge.close();
    portal.close();
    await rm(directory, { recursive: true });
  });

  it('signs pushes with the secret that the portal is configured with', async () => {
    const { port } = portal.address() as AddressInfo;
    const portalUrl = `http://127.0.0.1:${port}`;
    const credentials = await ensureCredentials(directory);
    const ports = await choosePorts(0);
    forge = await startPlatformForge({
      port: ports.forge,
      directory,
      portalUrl,
      addresses: addressesOf(ports),
      credentials,
      logger: mockServices.logger.mock(),
    });
    const access = accessOf({
      ports,
      credentials,
      portalUrl,
      caCertificate: '',
    });

    const delivery = once(portal, 'request');
    await commit(access.forge);
    const [request] = (await delivery) as [IncomingMessage];

    const { webhookSecret } = access.forge;
    expect(portalConfig(access)).toMatchObject({
      events: { modules: { gitea: { webhookSecret } } },
    });
    expect(request.url).toBe('/api/events/http/gitea');
    expect(request.headers['x-gitea-signature']).toBe(
      createHmac('sha256', webhookSecret)
        .update(await text(request))
        .digest('hex'),
    );
  });
});

async function commit(forge: {
  url: string;
  repository: string;
  operatorToken: string;
}): Promise<void> {
  const response = await fetch(
    `${forge.url}/api/v1/repos/${forge.repository}/contents`,
    {
      method: 'POST',
      headers: {
        Authorization: `token ${forge.operatorToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        branch: 'main',
        message: 'Add a note',
        files: [{ operation: 'create', path: 'note.txt', content: 'aGk=' }],
      }),
    },
  );
  expect(response.status).toBe(201);
}
