import { createSimulatedClock } from '../clock';
import { FaultBoard } from '../faults';
import { createObjectStore, KubernetesObject } from '../kubernetes';
import {
  hubGroups,
  resourceDefinitions,
  spokeGroups,
} from '../kubernetes/resources';
import { timestamp } from '../kubernetes/timestamp';
import { timingsAtSpeed } from '../timings';
import { seedCluster } from './cluster/seedCluster';
import { ObjectCondition } from './conditions';
import { Pod } from './pods/Pod';
import { startControllers } from './startControllers';

const namespace = 'acme-01-devnet';
const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
const hourMs = 3_600_000;

function setUp(customGroups = spokeGroups) {
  const clock = createSimulatedClock(new Date('2026-01-01T00:00:00Z'));
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups }),
    now: () => clock.now(),
  });
  const faults = new FaultBoard();
  const timings = timingsAtSpeed(1);
  const stop = startControllers({
    cluster: 'devnet',
    store,
    clock,
    timings,
    faults,
    logger,
  });
  seedCluster(store, {
    cluster: 'devnet',
    role: 'environment',
    region: 'europe-west1',
    now: timestamp(clock.now()),
  });
  clock.advance(60_000);
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  const list = (apiVersion: string, kind: string) =>
    store.list({ apiVersion, kind, namespace });
  return {
    clock,
    store,
    faults,
    stop,
    list,
    get: (apiVersion: string, kind: string, name: string) =>
      store.get({ apiVersion, kind, namespace, name }),
    pods: () => list('v1', 'Pod') as Pod[],
    events: () => list('v1', 'Event').map(({ reason }) => reason),
  };
}

afterEach(() => {
  const [failure] = logger.error.mock.calls;
  logger.error.mockClear();
  if (failure) {
    throw new Error(String(failure));
  }
});

const template = (env: object[] = []) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image: 'web:1', env }] },
});

const deployment = (spec: object = {}): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: template(),
    ...spec,
  },
});

const isReady = (pod: Pod) =>
  pod.status?.conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );

const condition = (object: KubernetesObject | undefined, type: string) =>
  (object?.status as { conditions?: ObjectCondition[] })?.conditions?.find(
    entry => entry.type === type,
  );

describe('workloads', () => {
  it('brings the pods of a Deployment to Ready over some seconds', () => {
    const cluster = setUp();
    cluster.store.create(deployment());
    cluster.clock.advance(1_000);
    expect(cluster.pods().map(pod => pod.status?.phase)).toEqual([
      'Pending',
      'Pending',
    ]);
    cluster.clock.advance(3_000);
    expect(cluster.pods().map(pod => pod.status?.phase)).toEqual([
      'Running',
      'Running',
    ]);
    expect(cluster.pods().some(isReady)).toBe(false);
    cluster.clock.advance(25_000);
    expect(cluster.pods().every(isReady)).toBe(true);
    expect(cluster.get('apps/v1', 'Deployment', 'web')?.status).toMatchObject({
      replicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
      unavailableReplicas: 0,
    });
    expect(cluster.events()).toEqual(
      expect.arrayContaining([
        'ScalingReplicaSet',
        'SuccessfulCreate',
        'Scheduled',
        'Pulled',
        'Started',
      ]),
    );
  });

  it('rolls a new template out and leaves no old pod', () => {
    const cluster = setUp();
    cluster.store.create(deployment({ strategy: { type: 'Recreate' } }));
    cluster.clock.advance(30_000);
    const before = cluster.pods().map(({ metadata }) => metadata.name);
    cluster.store.update(
      deployment({
        strategy: { type: 'Recreate' },
        template: template([{ name: 'A', value: '1' }]),
      }),
    );
    cluster.clock.advance(30_000);
    expect(cluster.pods()).toHaveLength(2);
    expect(cluster.pods().every(isReady)).toBe(true);
    expect(
      cluster.pods().filter(({ metadata }) => before.includes(metadata.name)),
    ).toEqual([]);
    expect(cluster.list('apps/v1', 'ReplicaSet')).toHaveLength(2);
  });

  it('waits for a Secret as a kubelet does, and goes on when it comes', () => {
    const cluster = setUp();
    const valueFrom = { secretKeyRef: { name: 'password', key: 'value' } };
    cluster.store.create(
      deployment({ template: template([{ name: 'A', valueFrom }]) }),
    );
    cluster.clock.advance(30_000);
    expect(
      cluster.pods()[0].status?.containerStatuses?.[0].state.waiting,
    ).toEqual({
      reason: 'CreateContainerConfigError',
      message: 'secret "password" not found',
    });
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'password', namespace },
    };
    cluster.store.create({ ...secret, data: { other: '' } });
    cluster.clock.advance(1_000);
    expect(
      cluster.pods()[0].status?.containerStatuses?.[0].state.waiting?.message,
    ).toContain("couldn't find key value in Secret");
    cluster.store.update({ ...secret, data: { value: '' } });
    cluster.clock.advance(15_000);
    expect(cluster.pods().every(isReady)).toBe(true);
    expect(cluster.events()).toContain('Failed');
  });

  it('gives a rollout up at its deadline', () => {
    const cluster = setUp();
    const valueFrom = { secretKeyRef: { name: 'never', key: 'value' } };
    cluster.store.create(
      deployment({ template: template([{ name: 'A', valueFrom }]) }),
    );
    cluster.clock.advance(590_000);
    const progressing = () =>
      condition(cluster.get('apps/v1', 'Deployment', 'web'), 'Progressing')
        ?.reason;
    expect(progressing()).toBe('ReplicaSetUpdated');
    cluster.clock.advance(20_000);
    expect(progressing()).toBe('ProgressDeadlineExceeded');
  });

  it('restarts a crash-looping participant ever more slowly, until the fault is off', () => {
    const cluster = setUp();
    const labels = { app: 'participant' };
    const target = 'acme-01/devnet';
    cluster.store.create({
      ...deployment({
        replicas: 1,
        selector: { matchLabels: labels },
        template: { ...template(), metadata: { labels } },
      }),
      metadata: { name: 'participant', namespace },
    });
    cluster.clock.advance(30_000);
    cluster.faults.switchOn({ name: 'crash-looping-participant', target });
    cluster.clock.advance(1_000);
    const status = () => cluster.pods()[0].status!.containerStatuses![0];
    expect(status()).toMatchObject({
      ready: false,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
    });
    cluster.clock.advance(5 * 60_000);
    const afterFive = status().restartCount;
    expect(afterFive).toBeGreaterThanOrEqual(3);
    cluster.clock.advance(60 * 60_000);
    expect(status().restartCount - afterFive).toBeLessThan(14);

    cluster.faults.switchOff({ name: 'crash-looping-participant', target });
    cluster.clock.advance(20_000);
    expect(cluster.pods().every(isReady)).toBe(true);
  });

  it('starts the pods of a StatefulSet one after the other, and keeps their volumes', () => {
    const cluster = setUp();
    const statefulSet = {
      ...deployment({
        replicas: 2,
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { resources: { requests: { storage: '1Gi' } } },
          },
        ],
      }),
      kind: 'StatefulSet',
    };
    cluster.store.create(statefulSet);
    cluster.clock.advance(5_000);
    expect(cluster.pods().map(({ metadata }) => metadata.name)).toEqual([
      'web-0',
    ]);
    cluster.clock.advance(60_000);
    expect(cluster.pods().map(({ metadata }) => metadata.name)).toEqual([
      'web-0',
      'web-1',
    ]);
    const { apiVersion, kind } = statefulSet;
    cluster.store.delete({ apiVersion, kind, namespace, name: 'web' });
    expect(cluster.pods()).toEqual([]);
    expect(
      cluster.list('v1', 'PersistentVolumeClaim').map(({ status }) => status),
    ).toMatchObject([{ phase: 'Bound' }, { phase: 'Bound' }]);
  });

  it('scales a namespace to zero and back', () => {
    const cluster = setUp();
    cluster.store.create(deployment());
    cluster.clock.advance(30_000);
    const annotate = (annotations: Record<string, string>) => {
      cluster.store.update({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace, annotations },
      });
      cluster.clock.advance(30_000);
    };
    annotate({ 'downscaler/force-downtime': 'true' });
    expect(cluster.pods()).toEqual([]);
    annotate({});
    expect(cluster.pods()).toHaveLength(2);
  });

  it('runs the jobs of a CronJob and keeps the latest three', () => {
    const cluster = setUp();
    cluster.store.create({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'export', namespace },
      spec: {
        schedule: '0 * * * *',
        jobTemplate: {
          spec: {
            template: {
              spec: { ...template().spec, restartPolicy: 'OnFailure' },
            },
          },
        },
      },
    });
    cluster.clock.advance(5 * hourMs + 60_000);
    const jobs = cluster.list('batch/v1', 'Job');
    expect(jobs.length).toBeLessThanOrEqual(3);
    expect(
      jobs.every(job => condition(job, 'Complete')?.status === 'True'),
    ).toBe(true);
    expect(cluster.get('batch/v1', 'CronJob', 'export')?.status).toMatchObject({
      lastScheduleTime: '2026-01-01T05:00:00Z',
    });
  });
});

describe('services', () => {
  const certificate: KubernetesObject = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'gateway', namespace },
    spec: { secretName: 'gateway-tls', dnsNames: ['wallet.example.com'] },
  };

  it('issues a certificate, and renews it a month before its end', () => {
    const cluster = setUp();
    cluster.store.create(certificate);
    cluster.clock.advance(1_000);
    const current = () =>
      cluster.get('cert-manager.io/v1', 'Certificate', 'gateway');
    expect(condition(current(), 'Issuing')?.status).toBe('True');
    cluster.clock.advance(10_000);
    expect(current()?.status).toMatchObject({
      revision: 1,
      notAfter: '2026-04-01T00:01:06Z',
    });
    expect(condition(current(), 'Issuing')).toBeUndefined();
    expect(cluster.get('v1', 'Secret', 'gateway-tls')).toMatchObject({
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': expect.any(String), 'tls.key': expect.any(String) },
    });
    cluster.clock.advance(61 * 24 * hourMs);
    expect(current()?.status).toMatchObject({ revision: 2 });
  });

  it('lets a certificate expire while the fault is on', () => {
    const cluster = setUp();
    cluster.store.create(certificate);
    cluster.clock.advance(10_000);
    const fault = {
      name: 'expiring-certificate',
      target: 'acme-01/devnet',
    } as const;
    cluster.faults.switchOn(fault);
    cluster.clock.advance(1_000);
    const current = () =>
      cluster.get('cert-manager.io/v1', 'Certificate', 'gateway');
    expect(current()?.status).toMatchObject({
      notAfter: '2026-01-06T00:01:10Z',
    });
    expect(condition(current(), 'Ready')?.status).toBe('True');
    expect(condition(current(), 'Issuing')).toMatchObject({
      status: 'False',
      message: expect.stringContaining('DNS01'),
    });
    cluster.faults.switchOff(fault);
    cluster.clock.advance(1_000);
    expect(condition(current(), 'Issuing')).toBeUndefined();
    expect(current()?.status).toMatchObject({
      notAfter: '2026-04-01T00:01:11Z',
    });
  });

  const externalSecret = (name: string, key: string): KubernetesObject => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace },
    spec: {
      refreshInterval: '1h',
      target: { name },
      data: [{ secretKey: key, remoteRef: { key: `remote-${name}` } }],
    },
  });

  it('syncs external secrets, keeps their values, and shows what cannot be read', () => {
    const cluster = setUp();
    const name = 'splice-app-wallet-ui-auth';
    cluster.store.create(externalSecret(name, 'client-id'));
    cluster.clock.advance(3_000);
    const value = () =>
      (cluster.get('v1', 'Secret', name)?.data as Record<string, string>)?.[
        'client-id'
      ];
    const first = value();
    expect(first).toEqual(expect.any(String));
    const ready = () =>
      condition(
        cluster.get('external-secrets.io/v1', 'ExternalSecret', name),
        'Ready',
      );
    expect(ready()).toMatchObject({ status: 'True', reason: 'SecretSynced' });

    const fault = {
      name: 'unsynced-secret',
      target: 'acme-01/devnet',
    } as const;
    cluster.faults.switchOn(fault);
    cluster.clock.advance(1_000);
    expect(ready()).toMatchObject({
      status: 'False',
      reason: 'SecretSyncedError',
      message: expect.stringContaining(`remote-${name}`),
    });
    cluster.faults.switchOff(fault);
    cluster.clock.advance(2 * hourMs);
    expect(ready()?.status).toBe('True');
    expect(value()).toBe(first);
  });

  it('brings up a database instance by instance, backs it up, and hibernates it', () => {
    const cluster = setUp();
    cluster.store.create(externalSecret('postgres-owner', 'password'));
    const postgres: KubernetesObject = {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: 'postgres', namespace },
      spec: {
        instances: 2,
        storage: { size: '50Gi' },
        bootstrap: { initdb: { secret: { name: 'postgres-owner' } } },
      },
    };
    cluster.store.create(postgres);
    cluster.store.create({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'ScheduledBackup',
      metadata: { name: 'postgres', namespace },
      spec: { schedule: '0 0 */4 * * *', cluster: { name: 'postgres' } },
    });
    cluster.clock.advance(60_000);
    const status = () =>
      cluster.get('postgresql.cnpg.io/v1', 'Cluster', 'postgres')?.status;
    expect(status()).toMatchObject({
      phase: 'Cluster in healthy state',
      readyInstances: 2,
      currentPrimary: 'postgres-1',
    });
    expect(
      cluster.list('v1', 'Service').map(({ metadata }) => metadata.name),
    ).toEqual(['postgres-r', 'postgres-ro', 'postgres-rw']);
    cluster.clock.skipTo(new Date('2026-01-02T00:00:00Z'));
    cluster.clock.advance(9 * hourMs);
    expect(
      cluster
        .list('postgresql.cnpg.io/v1', 'Backup')
        .map(({ metadata }) => metadata.name),
    ).toEqual([
      'postgres-20260102000000',
      'postgres-20260102040000',
      'postgres-20260102080000',
    ]);

    cluster.store.update({
      ...postgres,
      metadata: {
        ...postgres.metadata,
        annotations: { 'cnpg.io/hibernation': 'on' },
      },
    });
    cluster.clock.advance(10_000);
    expect(cluster.pods()).toEqual([]);
    expect(status()).toMatchObject({
      conditions: expect.arrayContaining([
        expect.objectContaining({
          type: 'cnpg.io/hibernation',
          status: 'True',
        }),
      ]),
    });
  });

  it('gives the write-ahead log a volume of its own', () => {
    const cluster = setUp();
    cluster.store.create({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: 'postgres', namespace },
      spec: { storage: { size: '50Gi' }, walStorage: { size: '10Gi' } },
    });
    cluster.clock.advance(60_000);
    expect(
      cluster
        .list('v1', 'PersistentVolumeClaim')
        .map(({ metadata }) => [
          metadata.name,
          metadata.labels?.['cnpg.io/pvcRole'],
        ]),
    ).toEqual([
      ['postgres-1', 'PG_DATA'],
      ['postgres-1-wal', 'PG_WAL'],
    ]);
    expect(cluster.pods().every(isReady)).toBe(true);
  });

  it('takes a backup that is asked for, once the database is there', () => {
    const cluster = setUp();
    cluster.store.create({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Backup',
      metadata: { name: 'final', namespace },
      spec: { cluster: { name: 'postgres' }, method: 'plugin' },
    });
    const status = () =>
      cluster.get('postgresql.cnpg.io/v1', 'Backup', 'final')?.status;
    cluster.clock.advance(hourMs);
    expect(status()).toBeUndefined();

    cluster.store.create({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: 'postgres', namespace },
      spec: { storage: { size: '50Gi' } },
    });
    cluster.clock.advance(20_000);
    expect(status()).toMatchObject({ phase: 'running' });
    cluster.clock.advance(60_000);
    expect(status()).toMatchObject({ phase: 'completed', method: 'plugin' });
  });

  it('imports a realm in the time of a job', () => {
    const cluster = setUp(hubGroups);
    const kind = ['k8s.keycloak.org/v2alpha1', 'KeycloakRealmImport'] as const;
    cluster.store.create({
      apiVersion: kind[0],
      kind: kind[1],
      metadata: { name: 'acme-01', namespace },
      spec: { keycloakCRName: 'keycloak', realm: { realm: 'acme-01' } },
    });
    const done = () => condition(cluster.get(...kind, 'acme-01'), 'Done');
    cluster.clock.advance(5_000);
    expect(done()?.status).toBe('False');
    cluster.clock.advance(60_000);
    expect(done()?.status).toBe('True');
  });

  it('deletes the volume with its claim', () => {
    const cluster = setUp();
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace },
      spec: { resources: { requests: { storage: '1Gi' } } },
    });
    cluster.clock.advance(5_000);
    const volumes = () =>
      cluster.store.list({ apiVersion: 'v1', kind: 'PersistentVolume' });
    expect(volumes()).toHaveLength(1);
    cluster.store.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    });
    cluster.clock.advance(5_000);
    expect(volumes()).toEqual([]);
  });

  it('gives a load balancer its address', () => {
    const cluster = setUp();
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'gateway', namespace },
      spec: { type: 'LoadBalancer', ports: [{ port: 443 }] },
    });
    cluster.clock.advance(5_000);
    expect(cluster.get('v1', 'Service', 'gateway')).toMatchObject({
      spec: { clusterIP: expect.stringMatching(/^10\.40\./) },
      status: {
        loadBalancer: {
          ingress: [{ ip: expect.stringMatching(/^198\.1[89]\./) }],
        },
      },
    });
  });
});

describe('events', () => {
  it('are counted up, and go an hour after they last happened', () => {
    const cluster = setUp();
    cluster.store.create(deployment());
    cluster.clock.advance(60_000);
    expect(cluster.events().length).toBeGreaterThan(5);
    cluster.clock.advance(80 * 60_000);
    expect(cluster.events()).toEqual([]);
  });
});

describe('a stopped cluster', () => {
  it('does nothing any more', () => {
    const cluster = setUp();
    cluster.stop();
    cluster.store.create(deployment());
    cluster.clock.advance(60_000);
    expect(cluster.pods()).toEqual([]);
  });
});
