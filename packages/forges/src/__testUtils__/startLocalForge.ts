import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startForge } from '@tenantry/local-platform';
import { token } from './FakeServer';
import { World } from './World';

const operatorToken = 'operator-token-0123456789';

/** Starts the local platform's forge, which has Gitea's API over real git. */
export async function startLocalForge(
  files: Record<string, string>,
): Promise<World> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'forges-'));
  const user = (login: string, secret: string) => ({
    login,
    fullName: login,
    email: `${login}@example.com`,
    token: secret,
  });
  const forge = await startForge({
    port: 0,
    dataDirectory,
    repository: { owner: 'platform', name: 'gitops', defaultBranch: 'main' },
    users: [user('operator', operatorToken), user('portal', token)],
    operator: 'operator',
    seed: Object.entries(files).map(([path, content]) => ({ path, content })),
    logger: { info: () => {}, warn: () => {} },
  });
  const ask = async (path: string, method = 'GET', body?: object) => {
    const response = await fetch(
      `${forge.url}/api/v1/repos/platform/gitops${path}`,
      {
        method,
        headers: {
          Authorization: `token ${operatorToken}`,
          'Content-Type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    registryUrl: `${forge.url}/platform/gitops/src/branch/main/`,
    integrations: {
      gitea: [
        { host: new URL(forge.url).host, baseUrl: forge.url, password: token },
      ],
    },
    read: async branch => {
      const tree = await forge.readTree(branch).catch(() => undefined);
      return (
        tree &&
        Object.fromEntries(
          tree.files.map(({ path, content }) => [path, content]),
        )
      );
    },
    authorOf: async branch => {
      const { author } = await forge.commitInfo(branch);
      return { name: author.name, email: author.email };
    },
    write: async changed => {
      const operations = Object.entries(changed).map(
        async ([path, content]) => {
          const { sha } = await ask(`/contents/${path}?ref=main`);
          const encoded = Buffer.from(content).toString('base64');
          const operation = sha ? 'update' : 'create';
          return { path, sha, content: encoded, operation };
        },
      );
      await ask('/contents', 'POST', { files: await Promise.all(operations) });
    },
    pull: async number => {
      const { title, body, state } = await ask(`/pulls/${number}`);
      return { title, description: body, state };
    },
    merge: number => ask(`/pulls/${number}/merge`, 'POST', { Do: 'merge' }),
    close: number => ask(`/pulls/${number}`, 'PATCH', { state: 'closed' }),
    stop: async () => {
      await forge.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
