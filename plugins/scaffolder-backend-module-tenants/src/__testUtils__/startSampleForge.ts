import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { JsonObject } from '@backstage/types';
import { sampleRepository, startForge } from '@tenantry/local-platform';
import { loadTemplate, readTemplateDirectory } from '@tenantry/rendering';

/** The templates that this repository ships. */
export const templatesDirectory = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../templates',
);

const portalToken = 'portal-token-0123456789';
const operatorToken = 'operator-token-0123456789';

/** A pull request as far as tests look at it. */
export interface SamplePullRequest {
  number: number;
  title: string;
  body: string;
  state: string;
  head: { ref: string };
}

/** The local platform's forge with the sample repository. */
export interface SampleForge {
  url: string;
  registryUrl: string;
  /** Configuration of a portal for it. */
  config: JsonObject;
  pullRequests(): Promise<SamplePullRequest[]>;
  /** Merges as the operator. */
  merge(number: number): Promise<void>;
  /** Writes a file on the main branch as the operator. */
  write(path: string, content: string): Promise<void>;
  /** Content by path. */
  read(branch?: string): Promise<Map<string, string>>;
  /** Name of who wrote the latest commit of a branch. */
  authorOf(branch: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it on a free port of the loopback interface. */
export async function startSampleForge(): Promise<SampleForge> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'scaffolder-forge-'));
  const forge = await startForge({
    port: 0,
    dataDirectory,
    repository: { owner: 'platform', name: 'gitops', defaultBranch: 'main' },
    users: [user('operator', operatorToken), user('portal', portalToken)],
    operator: 'operator',
    seed: await sampleFiles(),
    logger: { info: () => {}, warn: () => {} },
  });
  const { url } = forge;
  const registryUrl = `${url}/platform/gitops/src/branch/main/`;
  const host = new URL(url).host;
  const ask = (path: string, method = 'GET', body?: object) =>
    askApi(`${url}/api/v1/repos/platform/gitops${path}`, method, body);
  return {
    url,
    registryUrl,
    config: {
      integrations: { gitea: [{ host, baseUrl: url, password: portalToken }] },
      tenants: { registry: { url: registryUrl } },
    },
    pullRequests: () => ask('/pulls?state=all'),
    merge: number => ask(`/pulls/${number}/merge`, 'POST', { Do: 'merge' }),
    async write(path, content) {
      const { sha } = await ask(`/contents/${path}?ref=main`);
      const encoded = Buffer.from(content).toString('base64');
      const operation = sha ? 'update' : 'create';
      const file = { operation, path, content: encoded, sha };
      await ask('/contents', 'POST', { files: [file] });
    },
    async read(branch) {
      const { files } = await forge.readTree(branch);
      return new Map(files.map(({ path, content }) => [path, content]));
    },
    async authorOf(branch) {
      const { revision } = await forge.readTree(branch);
      return (await forge.commitInfo(revision)).author.name;
    },
    async stop() {
      await forge.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The files of the sample repository. */
export async function sampleFiles() {
  const onboarding = await readTemplateDirectory(
    join(templatesDirectory, 'new-canton-client'),
  );
  return sampleRepository(loadTemplate(onboarding), {
    repositoryUrl: 'https://git.example.com/platform/gitops.git',
    apiServers: {
      hub: 'https://hub.example.com',
      devnet: 'https://devnet.example.com',
      testnet: 'https://testnet.example.com',
      mainnet: 'https://mainnet.example.com',
    },
  });
}

function user(login: string, token: string) {
  return { login, fullName: login, email: `${login}@example.com`, token };
}

async function askApi(address: string, method: string, body?: object) {
  const response = await fetch(address, {
    method,
    headers: {
      Authorization: `token ${operatorToken}`,
      'Content-Type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
