import { createSimulatedClock } from '../clock';
import { createObjectStore, ObjectStore } from '../kubernetes';
import { resourceDefinitions, spokeGroups } from '../kubernetes/resources';
import { createWorld } from './createWorld';

const namespace = 'acme-01-devnet';
const now = new Date('2026-01-11T00:00:00Z');

function createStore(): ObjectStore {
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups: spokeGroups }),
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: {
        'tenantry.dev/tenant': 'acme-01',
        'tenantry.dev/environment': 'devnet',
      },
    },
  });
  store.create({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'validator-app',
      namespace,
      labels: { 'app.kubernetes.io/version': '0.7.4' },
    },
    spec: {
      selector: {},
      template: {
        spec: {
          containers: [
            {
              name: 'validator-app',
              env: [
                {
                  name: 'SPLICE_APP_VALIDATOR_PARTY_HINT',
                  value: 'acme_01-validator-1',
                },
              ],
            },
          ],
        },
      },
    },
  });
  return store;
}

function addPod(
  store: ObjectStore,
  name: string,
  labels: Record<string, string>,
) {
  store.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {},
  });
}

function setUp() {
  const store = createStore();
  const world = createWorld({
    clusters: [{ name: 'devnet', store }],
    clock: createSimulatedClock(now),
  });
  return { store, world };
}

describe('createWorld', () => {
  it('tells of each tenant namespace, and of no other', () => {
    expect(setUp().world.tenantEnvironments()).toEqual([
      {
        tenant: 'acme-01',
        environment: 'devnet',
        cluster: 'devnet',
        namespace,
        partyHint: 'acme_01-validator-1',
        spliceVersion: '0.7.4',
        suspended: false,
        pods: [],
        databaseSizeBytes: expect.any(Number),
        volumes: [],
        certificates: [],
      },
    ]);
  });

  it('knows when certificates expire that were issued', () => {
    const { store, world } = setUp();
    const resource = {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
    };
    for (const name of ['gateway', 'pending']) {
      store.create({ ...resource, metadata: { name, namespace }, spec: {} });
    }
    const expiresAt = '2026-03-01T00:00:00Z';
    store.updateStatus(
      { ...resource, namespace, name: 'gateway' },
      { notAfter: expiresAt },
    );
    expect(world.tenantEnvironments()[0].certificates).toEqual([
      { name: 'gateway', expiresAt },
    ]);
  });

  it('follows the pods of the parts that report metrics', () => {
    const { store, world } = setUp();
    addPod(store, 'participant-x', { app: 'participant' });
    addPod(store, 'postgres-1', { 'cnpg.io/cluster': 'postgres' });
    addPod(store, 'gateway-x', { app: 'gateway' });
    store.updateStatus(
      { apiVersion: 'v1', kind: 'Pod', namespace, name: 'participant-x' },
      {
        startTime: '2026-01-02T00:00:00Z',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: [{ restartCount: 2 }, { restartCount: 1 }],
      },
    );
    expect(world.tenantEnvironments()[0].pods).toEqual([
      {
        name: 'participant-x',
        component: 'participant',
        ready: true,
        restarts: 3,
        startedAt: '2026-01-02T00:00:00Z',
      },
      {
        name: 'postgres-1',
        component: 'database',
        ready: false,
        restarts: 0,
        startedAt: '2026-01-01T00:00:00Z',
      },
    ]);
    store.delete({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name: 'postgres-1',
    });
    expect(world.tenantEnvironments()[0].pods).toHaveLength(1);
  });

  it('fills volumes with the database, which grows, and never above their capacity', () => {
    const { store, world } = setUp();
    const addClaim = (name: string, storage: string, role: string) => {
      store.create({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name,
          namespace,
          labels: { 'cnpg.io/cluster': 'postgres', 'cnpg.io/pvcRole': role },
        },
        spec: { resources: { requests: { storage } } },
      });
      store.updateStatus(
        { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name },
        { phase: 'Bound' },
      );
    };
    addClaim('postgres-1', '50Gi', 'PG_DATA');
    addClaim('postgres-1-wal', '10Gi', 'PG_WAL');
    addClaim('tiny', '1Gi', 'PG_WAL');
    const [{ databaseSizeBytes, volumes }] = world.tenantEnvironments();
    expect(databaseSizeBytes).toBeGreaterThan(700 * 1024 ** 2);
    expect(volumes).toEqual([
      {
        claim: 'postgres-1',
        capacityBytes: 50 * 1024 ** 3,
        usedBytes: databaseSizeBytes,
      },
      {
        claim: 'postgres-1-wal',
        capacityBytes: 10 * 1024 ** 3,
        usedBytes: 2 * 1024 ** 3,
      },
      { claim: 'tiny', capacityBytes: 1024 ** 3, usedBytes: 1024 ** 3 },
    ]);
  });
});
