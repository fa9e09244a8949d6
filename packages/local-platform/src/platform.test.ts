import { mockServices } from '@backstage/backend-test-utils';
import {
  loadTemplate,
  readTemplateDirectory,
  renderChange,
} from '@tenantry/rendering';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { isDescriptorPath, parseRegistry } from '@tenantry/plugin-tenants-node';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from './gitops/applications/Application';
import { KubernetesObject } from './kubernetes';
import { Platform, startPlatform } from './platform';
import { ClusterName, sampleRepository } from './sample';
import { Fault, TenantFault } from './faults';
import { writeLocalFiles } from './composition/writeLocalFiles';
import { ControlClient } from './control';

jest.setTimeout(120_000);

let directory: string;
let platform: Platform;

const start = (port = 0) =>
  startPlatform({
    dataDirectory: directory,
    port,
    portalUrl: 'http://localhost:1',
    standing: true,
    logger: mockServices.logger.mock(),
  });

const store = (cluster: ClusterName) =>
  platform.clusters.find(({ name }) => name === cluster)!.store;

function application(name: string) {
  return store('hub').get({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    namespace: 'argocd',
    name,
  }) as Application | undefined;
}

function stateOf(name: string): string {
  const { sync, health } = application(name)?.status ?? {};
  return `${sync?.status} ${health?.status}`;
}

/** Moves the time on, second by second, a simulated minute at most, until it is so. */
async function withinAMinute(check: () => boolean): Promise<boolean> {
  for (let second = 0; second < 60 && !check(); second += 1) {
    platform.clock.advance(1_000);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  return check();
}

async function forge(path: string, body?: object) {
  const { url, repository, operatorToken } = platform.access.forge;
  const response = await fetch(`${url}/api/v1/repos/${repository}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `token ${operatorToken}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect({ path, ok: response.ok, text }).toMatchObject({ ok: true });
  return text ? JSON.parse(text) : undefined;
}

/** Path and hash of every file on the branch `main`. */
async function blobs(page = 1): Promise<{ path: string; sha: string }[]> {
  const { tree, truncated } = await forge(
    `/git/trees/main?recursive=true&per_page=1000&page=${page}`,
  );
  const here = tree.filter(({ type }: { type: string }) => type === 'blob');
  return truncated ? [...here, ...(await blobs(page + 1))] : here;
}

/** Proposes files as the portal does, and merges the pull request as the operator. */
async function propose(
  branch: string,
  files: { path: string; content?: string; operation: string; sha?: string }[],
) {
  await forge('/contents', {
    branch: 'main',
    new_branch: branch,
    message: branch,
    files: files.map(({ content, ...file }) => ({
      ...file,
      ...(content && { content: Buffer.from(content).toString('base64') }),
    })),
  });
  const { number } = await forge('/pulls', {
    base: 'main',
    head: branch,
    title: branch,
  });
  await forge(`/pulls/${number}/merge`, { Do: 'merge' });
}

const addressesFrom = (forgeUrl: string) => ({
  repositoryUrl: `${forgeUrl}/platform/gitops.git`,
  apiServers: Object.fromEntries(
    platform.access.clusters.map(({ name, url }) => [name, url]),
  ) as Record<ClusterName, string>,
});

async function renderNewClient(client: string) {
  const template = loadTemplate(
    await readTemplateDirectory(
      resolvePackagePath(
        '@tenantry/local-platform',
        '../../templates/new-canton-client',
      ),
    ),
  );
  const { url } = platform.access.forge;
  const { files, findings } = renderChange({
    template,
    values: {
      client,
      contacts: ['ops@example.com'],
      environments: ['devnet', 'testnet'],
    },
    registry: parseRegistry(
      sampleRepository(template, addressesFrom(url)).filter(({ path }) =>
        isDescriptorPath(path),
      ),
    ),
  });
  expect(findings).toEqual([]);
  return files;
}

describe('startPlatform', () => {
  beforeAll(async () => {
    directory = await fs.mkdtemp(join(tmpdir(), 'local-platform-'));
    platform = await start();
  });

  afterAll(async () => {
    await platform.close();
    await fs.rm(directory, { recursive: true });
  });

  it.each([
    ['acme-01-devnet', 'Synced Healthy'],
    ['acme-01-mainnet', 'Synced Healthy'],
    ['basalt-09-devnet', 'Synced Suspended'],
    ['globex-02-devnet', 'Synced Progressing'],
    ['harbor-05-devnet', 'OutOfSync Healthy'],
    ['initech-03-testnet', 'Synced Healthy'],
    ['lumen-06-testnet', 'Synced Degraded'],
    ['orchard-08-testnet', 'Synced Healthy'],
    ['quanta-07-mainnet', 'Synced Healthy'],
    ['willow-12-testnet', 'Synced Progressing'],
    ['platform', 'Synced Healthy'],
  ])('has %s %s at once', (name, state) => {
    expect(stateOf(name)).toBe(state);
  });

  it('writes a tenant Application as Argo CD does', () => {
    const { status } = application('acme-01-devnet')!;
    const revision = expect.stringMatching(/^[0-9a-f]{40}$/);
    const revisions = [revision, '0.7.4', '0.7.4', revision];
    expect(status).toMatchObject({
      sourceTypes: ['Kustomize', 'Helm', 'Helm'],
      sync: { status: 'Synced', revisions },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        operation: { initiatedBy: { automated: true } },
        syncResult: { revisions },
      },
      history: [{ id: 0, revisions }],
    });
    expect(status?.resources).toContainEqual({
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace: 'acme-01-devnet',
      name: 'participant',
      status: 'Synced',
      health: { status: 'Healthy' },
    });
    expect(status?.summary?.images).toContain(
      'ghcr.io/digital-asset/decentralized-canton-sync/docker/validator-app:0.7.4',
    );
  });

  it('brings a new client from a merged pull request to Healthy', async () => {
    const complaints: unknown[] = [];
    const stopWatching = store('hub').watch(({ object }) => {
      const { conditions = [] } = (object.status ?? {}) as {
        conditions?: unknown[];
      };
      if (object.kind === 'Application') {
        complaints.push(...conditions);
      }
    });
    await propose('onboard-zenith-13', await renderNewClient('zenith-13'));

    expect(
      await withinAMinute(
        () =>
          stateOf('zenith-13-devnet') === 'Synced Healthy' &&
          stateOf('zenith-13-testnet') === 'Synced Healthy',
      ),
    ).toBe(true);
    stopWatching();
    // The client's AppProject is there before its Applications.
    expect(complaints).toEqual([]);
    const { commit } = await forge('/branches/main');
    expect(application('zenith-13-devnet')?.status?.sync?.revisions?.[0]).toBe(
      commit.id,
    );
  });

  it('removes everything of a client that leaves the repository', async () => {
    const gone = (await blobs())
      .filter(({ path }) => /^(clients|hub\/\w+)\/sable-11\b/.test(path))
      .map(({ path, sha }) => ({ path, sha, operation: 'delete' }));
    expect(gone.length).toBeGreaterThan(10);
    await propose('offboard-sable-11', gone);

    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'sable-11-devnet',
    };
    expect(store('devnet').get(namespace)).toBeDefined();
    expect(
      await withinAMinute(
        () =>
          !application('sable-11-devnet') && !store('devnet').get(namespace),
      ),
    ).toBe(true);
  });

  it('answers a requested refresh and a requested sync', async () => {
    const { resourceVersion, ...metadata } =
      application('acme-01-devnet')!.metadata;
    const before = application('acme-01-devnet')!.status!.history!.length;
    store('hub').update({
      ...application('acme-01-devnet')!,
      metadata: {
        ...metadata,
        annotations: { 'argocd.argoproj.io/refresh': 'hard' },
      },
      operation: { initiatedBy: { username: 'operator' }, sync: {} },
    });

    const answered = () => application('acme-01-devnet')!.status!.history!;
    expect(await withinAMinute(() => answered().length > before)).toBe(true);
    expect(answered().at(-1)?.initiatedBy).toEqual({ username: 'operator' });
    expect(application('acme-01-devnet')).not.toHaveProperty('operation');
    expect(
      application('acme-01-devnet')?.metadata.annotations,
    ).not.toHaveProperty(['argocd.argoproj.io/refresh']);
  });

  it('heals what somebody changes by hand', async () => {
    const reference = {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      namespace: 'acme-01-devnet',
      name: 'allow-list-1',
    };
    const policy = store('devnet').get(reference)!;
    store('devnet').update({ ...policy, spec: { rules: [{}] } });
    expect(
      await withinAMinute(
        () => stateOf('acme-01-devnet') === 'OutOfSync Healthy',
      ),
    ).toBe(true);
    expect(
      await withinAMinute(() => stateOf('acme-01-devnet') === 'Synced Healthy'),
    ).toBe(true);
    expect(store('devnet').get(reference)?.spec).toEqual(policy.spec);
  });

  describe('faults', () => {
    const namespace = 'acme-01-testnet';
    const object = (apiVersion: string, kind: string, name: string) =>
      store('testnet').get({ apiVersion, kind, namespace, name });
    const pod = (app: string) =>
      store('testnet').list({
        apiVersion: 'v1',
        kind: 'Pod',
        namespace,
        labels: { app },
      })[0];
    const text = (value: KubernetesObject | undefined) =>
      JSON.stringify(value?.status ?? null);

    const effects: [TenantFault, () => boolean][] = [
      [
        'crash-looping-participant',
        () => /CrashLoopBackOff.*OOMKilled/.test(text(pod('participant'))),
      ],
      [
        'failed-sync',
        () =>
          application(namespace)?.status?.operationState?.phase === 'Failed',
      ],
      [
        'drift',
        () =>
          stateOf(namespace).startsWith('OutOfSync') &&
          application(namespace)?.spec.syncPolicy?.automated?.selfHeal ===
            false,
      ],
      [
        'expiring-certificate',
        () =>
          /DNS01/.test(
            text(object('cert-manager.io/v1', 'Certificate', 'gateway')),
          ),
      ],
      [
        'unsynced-secret',
        () =>
          /SecretSyncedError/.test(
            text(
              object(
                'external-secrets.io/v1',
                'ExternalSecret',
                'splice-app-wallet-ui-auth',
              ),
            ),
          ),
      ],
      [
        'waiting-for-onboarding',
        () =>
          /"type":"Ready","status":"False"/.test(text(pod('validator-app'))),
      ],
    ];

    it.each(effects)(
      '%s shows in the objects, and goes',
      async (name, isThere) => {
        const fault = { name, target: 'acme-01/testnet' };
        expect(stateOf(namespace)).toBe('Synced Healthy');
        platform.faults.switchOn(fault);
        expect(await withinAMinute(isThere)).toBe(true);

        platform.faults.switchOff(fault);
        // Self-healing waits longer after each failure.
        platform.clock.advance(10 * 60_000);
        expect(
          await withinAMinute(
            () => !isThere() && stateOf(namespace) === 'Synced Healthy',
          ),
        ).toBe(true);
      },
    );
  });

  it('shows and switches faults over its control API, for who has the token', async () => {
    const { url, token } = platform.access.control;
    const control = new ControlClient({ url, token });
    const fault: Fault = { name: 'slow-metrics', target: 'metrics' };
    await control.switchOn(fault);
    expect((await control.list()).items).toContainEqual(fault);
    await control.switchOff(fault);
    expect(platform.faults.list()).not.toContainEqual(fault);
    await expect(
      control.switchOn({
        name: 'earthquake' as Fault['name'],
        target: 'acme-01/devnet',
      }),
    ).rejects.toThrow('There is no fault "earthquake"');
    await expect(
      new ControlClient({ url, token: 'guessed' }).list(),
    ).rejects.toThrow('A valid bearer token is needed.');
  });

  it('writes files that only their owner may read', async () => {
    const local = join(directory, 'local');
    await writeLocalFiles(local, platform.access);
    const names = (await fs.readdir(local)).sort();
    expect(names).toEqual([
      'app-config.local-platform.yaml',
      'kubeconfig',
      'platform.json',
    ]);
    for (const name of names) {
      expect((await fs.stat(join(local, name))).mode & 0o777).toBe(0o600);
    }
    const {
      forge: { url },
    } = platform.access;
    expect(
      JSON.parse(await fs.readFile(join(local, 'platform.json'), 'utf8')),
    ).toEqual({
      portal: { url: 'http://localhost:1' },
      forge: { url, token: expect.any(String), repository: 'platform/gitops' },
      metrics: { url: expect.stringMatching(/^http:\/\/localhost:\d+$/) },
      identityProvider: {
        url: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      },
    });
  });
});
