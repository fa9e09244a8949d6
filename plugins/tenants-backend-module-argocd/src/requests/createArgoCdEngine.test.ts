import { mockServices } from '@backstage/backend-test-utils';
import {
  createCertificates,
  createObjectStore,
  FaultBoard,
  hubGroups,
  ObjectStore,
  resourceDefinitions,
  startApiServer,
} from '@tenantry/local-platform';
import { GitOpsRequest } from '@tenantry/plugin-tenants-common';
import {
  ClusterConnection,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArgoCdEngine } from './createArgoCdEngine';

jest.setTimeout(30_000);

const reference = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  namespace: 'argocd',
  name: 'acme-01-devnet',
};
const destination = { name: 'devnet', namespace: 'acme-01-devnet' };
const sources = [{ repoURL: 'https://forge.example.com/gitops', path: 'app' }];
const revisions = ['0123456789abcdef0123456789abcdef01234567'];
const binding: TenantBinding = {
  tenant: 'acme-01',
  environment: 'devnet',
  order: 1,
  cluster: 'devnet',
  namespace: 'acme-01-devnet',
  application: {
    engine: 'argocd',
    cluster: 'hub',
    namespace: 'argocd',
    name: reference.name,
  },
  metricMatchers: {},
  repositoryPath: 'clients/acme-01/devnet',
  owner: 'group:default/acme-01',
  suspended: false,
  components: [],
};

/** Against the API server of the local platform, which is no fake but speaks as Kubernetes does. */
describe('createArgoCdEngine', () => {
  let directory: string;
  let hub: ObjectStore;
  let connection: ClusterConnection;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    directory = await fs.mkdtemp(join(tmpdir(), 'argocd-engine-'));
    const tls = await createCertificates({ directory });
    hub = createObjectStore({
      resources: resourceDefinitions({ customGroups: hubGroups }),
      now: () => new Date(),
    });
    hub.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'argocd' },
    });
    const account = { user: 'portal', groups: [] };
    const role = (...verbs: string[]) => ({
      namespace: 'argocd',
      rules: [
        { verbs, apiGroups: ['argoproj.io'], resources: ['applications'] },
      ],
    });
    const server = await startApiServer({
      name: 'hub',
      port: 0,
      store: hub,
      tls,
      tokens: [
        {
          ...account,
          token: 'may-patch',
          roles: () => [role('get', 'patch')],
        },
        { ...account, token: 'may-read', roles: () => [role('get')] },
      ],
      faults: new FaultBoard(),
      logger: mockServices.logger.mock(),
    });
    stop = server.close;
    connection = {
      name: 'hub',
      url: server.url,
      token: 'may-patch',
      certificateAuthority: tls.caCertificate,
      skipTlsVerify: false,
    };
  });

  afterEach(() => {
    hub.delete(reference);
  });

  afterAll(async () => {
    await stop();
    await fs.rm(directory, { recursive: true });
  });

  function create(spec: object = {}, status: object = {}, rest: object = {}) {
    hub.create({
      apiVersion: reference.apiVersion,
      kind: reference.kind,
      metadata: { name: reference.name, namespace: reference.namespace },
      spec: { project: 'acme-01', destination, sources, ...spec },
      status,
      ...rest,
    });
  }

  const read = () => hub.get(reference)!;

  function ask(
    request: GitOpsRequest | { action: 'sync' },
    options: { connection?: ClusterConnection; signal?: AbortSignal } = {},
  ) {
    const engine = createArgoCdEngine({
      connections: new Map([['hub', options.connection ?? connection]]),
    });
    return engine.request({
      binding,
      request,
      requestedBy: 'user:default/jane',
      signal: options.signal ?? AbortSignal.timeout(5_000),
    });
  }

  it('asks for a sync with the options of the sync policy, in the name of the user', async () => {
    const retry = { limit: 3, backoff: { duration: '5s' } };
    create({
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true'],
        retry,
      },
    });
    await ask({ action: 'sync' });
    expect(read().operation).toEqual({
      initiatedBy: { username: 'user:default/jane' },
      sync: { prune: true, syncOptions: ['ServerSideApply=true'] },
      retry,
    });
  });

  it('does not prune where the sync policy does not say so', async () => {
    create();
    await ask({ action: 'sync' });
    expect(read().operation).toEqual({
      initiatedBy: { username: 'user:default/jane' },
      sync: { prune: false },
    });
  });

  it('asks for a refresh by the annotation, and touches nothing else', async () => {
    create();
    const { spec } = read();
    await ask({ action: 'refresh' });
    expect(read().metadata.annotations).toEqual({
      'argocd.argoproj.io/refresh': 'normal',
    });
    expect(read()).toMatchObject({ spec });
    expect(read()).not.toHaveProperty('operation');
  });

  it.each([
    ['an operation that runs', {}, { operationState: { phase: 'Running' } }],
    ['one that is ended', {}, { operationState: { phase: 'Terminating' } }],
    ['one that has not begun', { operation: { sync: {} } }, {}],
  ])('refuses to sync during %s', async (_, rest, status) => {
    create({}, status, rest);
    const before = read();
    await expect(ask({ action: 'sync' })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/busy with another operation/),
    });
    expect(read()).toEqual(before);
    await expect(ask({ action: 'refresh' })).resolves.toBeUndefined();
  });

  describe('a rollback', () => {
    const history = [
      { id: 3, revisions, sources, deployedAt: '2026-01-01T00:00:00Z' },
      {
        id: 4,
        revision: '89abcdef',
        source: sources[0],
        deployedAt: '2026-01-02T00:00:00Z',
      },
    ];
    const rollback = (deployment: string) =>
      ask({ action: 'rollback', deployment });

    it.each([
      ['3', { revisions, sources }],
      ['4', { revision: '89abcdef', source: sources[0] }],
    ])('asks for what was deployed as %s', async (id, target) => {
      create({}, { history });
      await rollback(id);
      expect(read().operation).toEqual({
        initiatedBy: { username: 'user:default/jane' },
        sync: { prune: false, ...target, syncStrategy: { apply: {} } },
      });
    });

    it('is refused while automated sync is on', async () => {
      create({ syncPolicy: { automated: {} } }, { history });
      await expect(rollback('3')).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/Revert the change in Git instead/),
      });
      expect(read()).not.toHaveProperty('operation');
    });

    it.each(['7', '', '03', 'undefined'])(
      'is refused for "%s", which is not in the history',
      async id => {
        create({}, { history: [...history, { revision: 'x' }] });
        await expect(rollback(id)).rejects.toMatchObject({
          name: 'ConflictError',
        });
        expect(read()).not.toHaveProperty('operation');
      },
    );

    it('is refused during an operation', async () => {
      create({}, { history, operationState: { phase: 'Running' } });
      await expect(rollback('3')).rejects.toThrow(/busy/);
    });
  });

  it.each([
    ['another namespace', { name: 'devnet', namespace: 'globex-02-devnet' }],
    ['another cluster', { name: 'mainnet', namespace: 'acme-01-devnet' }],
  ])('refuses everything about %s', async (_, elsewhere) => {
    create({ destination: elsewhere });
    const before = read();
    const requests: GitOpsRequest[] = [
      { action: 'sync' },
      { action: 'refresh' },
      { action: 'rollback', deployment: '3' },
    ];
    for (const request of requests) {
      await expect(ask(request)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/not about this tenant environment/),
      });
    }
    expect(read()).toEqual(before);
  });

  it.each(['suspend', 'resume'] as const)('cannot %s', async action => {
    create();
    await expect(ask({ action })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/in Git instead/),
    });
  });

  it('says that there is no Application', async () => {
    await expect(ask({ action: 'sync' })).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'There is no Application acme-01-devnet in argocd of hub.',
    });
  });

  it('names the rule that is missing when it may only read', async () => {
    create();
    const request = ask(
      { action: 'sync' },
      { connection: { ...connection, token: 'may-read' } },
    );
    await expect(request).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /resources: \["applications"\], verbs: \["get", "patch"\]/,
      ),
    });
  });

  it('is unavailable without credentials, and says nothing of the token', async () => {
    create();
    const request = ask(
      { action: 'sync' },
      { connection: { ...connection, token: 'expired' } },
    );
    const error = await request.catch(caught => caught);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(JSON.stringify(error)).not.toContain('expired"');
    await expect(
      createArgoCdEngine({ connections: new Map() }).request({
        binding,
        request: { action: 'sync' },
        requestedBy: 'user:default/jane',
        signal: AbortSignal.timeout(1_000),
      }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('gives up in time', async () => {
    create();
    await expect(
      ask({ action: 'sync' }, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});
