import { mockServices } from '@backstage/backend-test-utils';
import {
  createCertificates,
  createObjectStore,
  FaultBoard,
  ObjectStore,
  resourceDefinitions,
  startApiServer,
} from '@tenantry/local-platform';
import { GitOpsRequest } from '@tenantry/plugin-tenants-common';
import {
  ClusterConnection,
  Observation,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  binding,
  helmReleaseObject,
  kustomizationObject,
  ready,
  sourceObject,
} from './__testUtils__/objects';
import { createFluxSource } from './createFluxSource';
import { createFluxEngine } from './requests/createFluxEngine';

jest.setTimeout(30_000);

const now = new Date('2026-03-01T12:00:00Z');
const requestedAt = { 'reconcile.fluxcd.io/requestedAt': now.toISOString() };
const requestedBy = { 'tenantry.dev/requested-by': 'user:default/jane' };
const groups = [
  'kustomize.toolkit.fluxcd.io',
  'helm.toolkit.fluxcd.io',
  'source.toolkit.fluxcd.io',
];

/** Against the API server of the local platform, which is no fake but speaks as Kubernetes does. */
describe('Flux on a cluster', () => {
  let directory: string;
  let store: ObjectStore;
  let connection: ClusterConnection;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    directory = await fs.mkdtemp(join(tmpdir(), 'flux-'));
  });

  beforeEach(async () => {
    const tls = await createCertificates({ directory });
    store = createObjectStore({
      resources: resourceDefinitions({ customGroups: groups }),
      now: () => new Date(),
    });
    for (const name of ['flux-system', binding.namespace]) {
      store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
    const account = { user: 'portal', groups: [] };
    const reader = {
      rules: [
        {
          apiGroups: ['*'],
          resources: ['*'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    };
    const patcher = {
      namespace: 'flux-system',
      rules: [
        {
          apiGroups: [
            'kustomize.toolkit.fluxcd.io',
            'source.toolkit.fluxcd.io',
          ],
          resources: ['kustomizations', 'gitrepositories'],
          verbs: ['patch'],
        },
      ],
    };
    const server = await startApiServer({
      name: 'devnet',
      port: 0,
      store,
      tls,
      tokens: [
        {
          ...account,
          token: 'may-patch',
          roles: () => [reader, patcher],
        },
        { ...account, token: 'may-read', roles: () => [reader] },
      ],
      faults: new FaultBoard(),
      logger: mockServices.logger.mock(),
    });
    stop = server.close;
    connection = {
      name: 'devnet',
      url: server.url,
      token: 'may-patch',
      certificateAuthority: tls.caCertificate,
      skipTlsVerify: false,
    };
  });

  afterEach(() => stop());
  afterAll(() => fs.rm(directory, { recursive: true }));

  /** Writes an object as its controller leaves it. */
  function write(object: ReturnType<typeof sourceObject>): void {
    const { apiVersion, kind, metadata, status } = object;
    const { generation: _, ...place } = metadata;
    const reference = { apiVersion, kind, ...place };
    const live = store.get(reference);
    if (live) {
      store.update({ ...live, spec: object.spec });
    } else {
      store.create({ ...object, metadata: place });
    }
    store.updateStatus(reference, status);
  }

  const read = (object: ReturnType<typeof sourceObject>) =>
    store.get({
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace: object.metadata.namespace,
      name: object.metadata.name,
    })!;

  const kustomization = kustomizationObject();
  const platform = sourceObject('GitRepository', 'platform');

  describe('the source', () => {
    let controller: AbortController;
    let done: Promise<void>;
    let reports: Observation[];

    beforeEach(() => {
      controller = new AbortController();
      reports = [];
      const bindings = new Map<string, TenantBinding>([['acme', binding]]);
      const source = createFluxSource({
        connections: new Map([['devnet', connection]]),
        requests: true,
        // The objects of the test are from long ago.
        stuckAfterMs: Infinity,
        logger: mockServices.logger.mock(),
        timing: { coalesceMs: 10, settleMs: 2_000 },
      });
      done = source.run({
        bindings: { current: () => bindings, onChange: () => {} },
        sink: {
          report: report => reports.push(report),
          reportConnectivity: () => {},
        },
        signal: controller.signal,
      });
    });

    afterEach(async () => {
      controller.abort();
      await done;
    });

    async function until(check: (latest: Observation) => boolean) {
      for (let attempt = 0; attempt < 500; attempt++) {
        const latest = reports.at(-1);
        if (latest && check(latest)) {
          return latest;
        }
        await delay(10);
      }
      throw new Error(`Not so: ${JSON.stringify(reports.at(-1))}`);
    }

    const health = ({ checks }: Observation) =>
      checks.map(check => `${check.id} ${check.health}`);

    it('follows Kustomization, source and HelmReleases in their namespaces', async () => {
      write(platform);
      write(kustomization);
      const first = await until(({ gitops }) => gitops?.health === 'Healthy');
      expect(health(first)).toEqual(['kustomization/acme-01-devnet Healthy']);
      expect(first.gitops).toMatchObject({ sync: 'Synced' });

      write(
        helmReleaseObject('participant', {
          status: { conditions: [ready('False', 'InstallFailed', 'no room')] },
        }),
      );
      const second = await until(({ gitops }) => gitops?.health === 'Degraded');
      expect(health(second)).toContain('helmrelease/participant Degraded');

      write(helmReleaseObject('participant'));
      write(
        sourceObject('GitRepository', 'platform', {
          status: { conditions: [ready('False', 'Failed', 'no such branch')] },
        }),
      );
      const third = await until(
        ({ checks }) => checks[0].reason === 'SourceFailed',
      );
      expect(third.checks[0].message).toContain('no such branch');

      store.delete({
        apiVersion: kustomization.apiVersion,
        kind: kustomization.kind,
        ...binding.application,
      });
      await until(({ gitops }) => gitops?.health === 'Missing');
    });
  });

  describe('the engine', () => {
    function ask(
      request: GitOpsRequest,
      overrides: Partial<ClusterConnection> = {},
    ) {
      const engine = createFluxEngine({
        connections: new Map([['devnet', { ...connection, ...overrides }]]),
        now: () => now,
      });
      return engine.request({
        binding,
        request,
        requestedBy: 'user:default/jane',
        signal: AbortSignal.timeout(5_000),
      });
    }

    it('has the source fetched and then the Kustomization reconciled', async () => {
      write(platform);
      write(kustomization);
      const order: string[] = [];
      const unwatch = store.watch(({ object }) => order.push(object.kind));
      await ask({ action: 'sync' });
      unwatch();
      expect(order).toEqual(['GitRepository', 'Kustomization']);
      expect(read(platform).metadata.annotations).toEqual(requestedAt);
      expect(read(kustomization).metadata.annotations).toEqual({
        ...requestedAt,
        ...requestedBy,
      });
    });

    it('refreshes the source alone', async () => {
      write(platform);
      write(kustomization);
      await ask({ action: 'refresh' });
      expect(read(platform).metadata.annotations).toEqual(requestedAt);
      expect(read(kustomization).metadata.annotations).toBeUndefined();
    });

    it('suspends and resumes, and says when it is so already', async () => {
      write(kustomization);
      await ask({ action: 'suspend' });
      expect(read(kustomization)).toMatchObject({
        spec: { suspend: true, interval: '10m0s' },
        metadata: { annotations: requestedBy },
      });
      await expect(ask({ action: 'suspend' })).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/suspended already/),
      });
      await ask({ action: 'resume' });
      expect(read(kustomization)).toMatchObject({ spec: { suspend: false } });
      await expect(ask({ action: 'resume' })).rejects.toMatchObject({
        name: 'ConflictError',
      });
    });

    it('applies nothing while the Kustomization is suspended', async () => {
      write(platform);
      write(kustomizationObject({ spec: { suspend: true } }));
      await expect(ask({ action: 'sync' })).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/Resume it first/),
      });
      expect(read(platform).metadata.annotations).toBeUndefined();
    });

    it('fetches nothing while the source is suspended', async () => {
      write(
        sourceObject('GitRepository', 'platform', { spec: { suspend: true } }),
      );
      write(kustomization);
      for (const action of ['sync', 'refresh'] as const) {
        await expect(ask({ action })).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringMatching(/GitRepository platform is suspended/),
        });
      }
      expect(read(kustomization).metadata.annotations).toBeUndefined();
    });

    it('reconciles alone what has a source of a kind that it does not know', async () => {
      const sourceRef = { kind: 'ExternalArtifact', name: 'x' };
      write(kustomizationObject({ spec: { sourceRef } }));
      await ask({ action: 'sync' });
      expect(read(kustomization).metadata.annotations).toMatchObject(
        requestedAt,
      );
      await expect(ask({ action: 'refresh' })).rejects.toMatchObject({
        name: 'ConflictError',
      });
    });

    it('cannot roll back', async () => {
      write(kustomization);
      await expect(
        ask({ action: 'rollback', deployment: '1' }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/Revert the change in Git/),
      });
    });

    it.each(['sync', 'refresh', 'suspend', 'resume'] as const)(
      'does not %s what is about another place',
      async action => {
        write(platform);
        write(
          kustomizationObject({
            spec: { targetNamespace: 'globex-02-devnet' },
          }),
        );
        const before = [read(platform), read(kustomization)];
        await expect(ask({ action })).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringMatching(/not about this tenant environment/),
        });
        expect([read(platform), read(kustomization)]).toEqual(before);
      },
    );

    it('says what is not there', async () => {
      await expect(ask({ action: 'sync' })).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringMatching(/no Kustomization acme-01-devnet/),
      });
      write(kustomization);
      await expect(ask({ action: 'sync' })).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringMatching(/no GitRepository platform/),
      });
    });

    it('names the rule that is missing when it may only read', async () => {
      write(kustomization);
      await expect(
        ask({ action: 'suspend' }, { token: 'may-read' }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/resources: \["kustomizations"\]/),
      });
    });

    it('is unavailable without credentials', async () => {
      await expect(
        ask({ action: 'suspend' }, { token: 'expired' }),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
      await expect(
        createFluxEngine({ connections: new Map() }).request({
          binding,
          request: { action: 'sync' },
          requestedBy: 'user:default/jane',
          signal: AbortSignal.timeout(1_000),
        }),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    });
  });
});
