import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import execa from 'execa';
import { startForge } from '../startForge';
import { Forge, ForgeOptions, Push } from '../types';

/** Token of the user `operator`. */
export const operatorToken = 'operator-token-0123456789';
/** Token of the user `portal`. */
export const portalToken = 'portal-token-0123456789';

/** An answer of the forge with its body. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // The tests assert the shape of what they read.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any;
}

/** A forge on a free port, with a folder of its own. */
export interface TestForge extends Forge {
  dataDirectory: string;
  pushes: Push[];
  warnings: string[];
  /** Asks the API of the repository; with the portal's token, unless told otherwise. */
  api(
    path: string,
    request?: { method?: string; body?: unknown; token?: string },
  ): Promise<Answer>;
  /** Asks for anything, with no token. */
  get(path: string, init?: RequestInit): Promise<Answer>;
  /** Runs git with the settings of nobody in particular. */
  git(args: string[], cwd?: string): Promise<string>;
  /** Clones the repository with the operator's token, and returns the folder. */
  clone(): Promise<string>;
  /** Starts another forge on the same data, after closing this one. */
  restart(): Promise<TestForge>;
}

export const seed = [
  { path: 'platform.yaml', content: 'kind: Platform\n' },
  { path: 'clients/acme-01/client.yaml', content: 'title: Acme\nsize: 1\n' },
];

/** Starts a forge; `end` stops it and removes its folder. */
export async function startTestForge(
  overrides: Partial<ForgeOptions> = {},
): Promise<TestForge> {
  const dataDirectory =
    overrides.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'forge-test-')));
  const warnings: string[] = [];
  const forge = await startForge({
    port: 0,
    dataDirectory,
    repository: { owner: 'platform', name: 'gitops', defaultBranch: 'main' },
    users: [
      user('operator', 'Olga Operator', operatorToken),
      user('portal', 'Tenantry Portal', portalToken),
    ],
    operator: 'operator',
    pushers: ['operator', 'portal'],
    seed,
    logger: { info: () => {}, warn: message => warnings.push(message) },
    ...overrides,
  });
  const pushes: Push[] = [];
  forge.onPush(push => pushes.push(push));
  return {
    ...forge,
    dataDirectory,
    pushes,
    warnings,
    api: (path, request = {}) => askApi(forge, path, request),
    get: (path, init) => ask(`${forge.url}${path}`, init),
    git: runGit,
    clone: () => clone(forge, dataDirectory),
    restart: async () => {
      await forge.close();
      return startTestForge({ ...overrides, dataDirectory });
    },
  };
}

/** Stops the forge and removes its folder. */
export async function end(forge: TestForge): Promise<void> {
  await forge.close();
  await rm(forge.dataDirectory, { recursive: true, force: true });
}

/** A file operation for `POST contents`. */
export function create(path: string, content: string) {
  const encoded = Buffer.from(content).toString('base64');
  return { operation: 'create', path, content: encoded };
}

/** Opens a pull request that adds one file on a branch of its own; returns its number. */
export async function openPullRequest(
  forge: TestForge,
  request: {
    branch: string;
    title?: string;
    body?: string;
    files?: unknown[];
  },
): Promise<number> {
  const { branch, title = `Add ${branch}`, body } = request;
  const files = request.files ?? [create(`files/${branch}`, branch)];
  const commit = await forge.api('/contents', {
    body: { branch: 'main', new_branch: branch, message: title, files },
  });
  expect(commit).toMatchObject({ status: 201 });
  const pull = await forge.api('/pulls', {
    body: { head: branch, base: 'main', title, body },
  });
  expect(pull).toMatchObject({ status: 201 });
  return pull.json.number;
}

function user(login: string, fullName: string, token: string) {
  return { login, fullName, email: `${login}@example.com`, token };
}

async function askApi(
  forge: Forge,
  path: string,
  request: { method?: string; body?: unknown; token?: string },
): Promise<Answer> {
  const { body, token = portalToken } = request;
  return ask(`${forge.url}/api/v1/repos/platform/gitops${path}`, {
    method: request.method ?? (body ? 'POST' : 'GET'),
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `token ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('content-type')?.includes('json');
  return { status, headers, text, json: isJson ? JSON.parse(text) : undefined };
}

async function clone(forge: Forge, directory: string): Promise<string> {
  const target = await mkdtemp(join(directory, 'clone-'));
  const url = new URL(`${forge.url}/platform/gitops.git`);
  url.username = 'operator';
  url.password = operatorToken;
  await runGit(['clone', '--quiet', url.href, target]);
  return target;
}

async function runGit(args: string[], cwd?: string): Promise<string> {
  const identity = { NAME: 'Dev', EMAIL: 'dev@example.com' };
  const { stdout } = await execa('git', args, {
    cwd,
    env: {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: identity.NAME,
      GIT_AUTHOR_EMAIL: identity.EMAIL,
      GIT_COMMITTER_NAME: identity.NAME,
      GIT_COMMITTER_EMAIL: identity.EMAIL,
    },
  });
  return stdout;
}
