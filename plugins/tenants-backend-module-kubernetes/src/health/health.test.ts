import { KubernetesObject, textAt } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Health, isHealth } from '@tenantry/plugin-tenants-common';
import { defaultThresholds } from '../config';
import {
  EndpointsProjection,
  JobProjection,
  judgeCronJob,
  judgeService,
  ObservedKind,
  observedKinds,
  pod,
  watchedKinds,
} from '.';

const now = new Date('2026-03-01T12:00:00Z');
const context = { now, thresholds: defaultThresholds };
const runbooks = join(__dirname, '../../../../docs/runbooks');
const fixtures = join(__dirname, '__fixtures__');

/** Situation, expected health and reason, and what the message has to say. */
const situations: [string, Health, string?, RegExp?][] = [
  ['deployment-available', 'Healthy'],
  ['deployment-scaled-to-zero', 'Suspended', 'ScaledToZero'],
  [
    'deployment-rolling-out',
    'Progressing',
    'RollingOut',
    /1 of 2 pods have the new version; 2 of 2/,
  ],
  ['deployment-waiting-for-pods', 'Progressing', 'WaitingForPods', /0 of 1/],
  ['deployment-change-not-taken-up', 'Progressing', 'WaitingForController'],
  ['deployment-paused', 'Suspended', 'RolloutPaused'],
  [
    'deployment-rollout-stuck',
    'Degraded',
    'RolloutStuck',
    /timed out progressing\. 0 of 1/,
  ],
  ['daemonset-ready', 'Healthy'],
  ['daemonset-updating', 'Progressing', 'RollingOut', /1 of 3/],
  ['daemonset-waiting-for-pods', 'Progressing', 'WaitingForPods', /2 of 3/],
  ['statefulset-ready', 'Healthy'],
  ['statefulset-updating', 'Progressing', 'RollingOut', /1 of 2/],
  ['pod-ready', 'Healthy'],
  ['pod-starting', 'Progressing', 'WaitingForReadiness'],
  ['pod-not-ready', 'Progressing', 'WaitingForReadiness'],
  [
    'pod-crash-looping',
    'Degraded',
    'CrashLoopBackOff',
    /exit code 1, 7 restarts.*kubectl logs --previous/,
  ],
  [
    'pod-out-of-memory',
    'Degraded',
    'OOMKilled',
    /ran out of memory.*memory limit/,
  ],
  ['pod-between-two-crashes', 'Degraded', 'CrashLoopBackOff', /exit code 2/],
  ['pod-recovered', 'Healthy'],
  ['pod-image-not-found', 'Degraded', 'ImagePullBackOff', /0\.7\.99/],
  [
    'pod-secret-missing',
    'Degraded',
    'CreateContainerConfigError',
    /needs the secret "postgres-secrets", which does not exist.*synced/,
  ],
  [
    'pod-secret-key-missing',
    'Degraded',
    'CreateContainerConfigError',
    /couldn't find key password.*synced/,
  ],
  [
    'pod-crash-looping-for-a-reason',
    'Degraded',
    'CrashLoopBackOff',
    /ContainerStatusUnknown, exit code 137, 7 restarts/,
  ],
  ['pod-secret-not-yet-synced', 'Progressing', 'CreateContainerConfigError'],
  [
    'pod-unschedulable',
    'Degraded',
    'Unschedulable',
    /^No node takes the pod: not enough memory\. Add capacity/,
  ],
  [
    'pod-unschedulable-on-reserved-nodes',
    'Degraded',
    'Unschedulable',
    /not enough CPU, nodes are reserved or unwell\./,
  ],
  ['pod-being-scheduled', 'Progressing', 'Scheduling'],
  ['pod-evicted', 'Degraded', 'Evicted'],
  ['pod-completed', 'Healthy'],
  ['pod-terminating', 'Progressing', 'Terminating'],
  ['persistentvolumeclaim-bound', 'Healthy'],
  ['persistentvolumeclaim-pending', 'Progressing', 'WaitingForVolume'],
  ['persistentvolumeclaim-lost', 'Degraded', 'VolumeLost', /backup/],
  ['certificate-ready', 'Healthy'],
  [
    'certificate-renewal-overdue',
    'Degraded',
    'RenewalOverdue',
    /to be renewed on 2026-02-23.*valid until 2026-03-25.*CertificateRequests/,
  ],
  ['certificate-issuing', 'Progressing', 'Issuing'],
  ['certificate-new', 'Progressing', 'Issuing'],
  [
    'certificate-expiring',
    'Degraded',
    'CertificateExpiring',
    /in 5 days.*DNS record not yet propagated\./,
  ],
  [
    'certificate-expired',
    'Degraded',
    'CertificateExpired',
    /expired on 2026-02-28/,
  ],
  [
    'certificate-not-issued',
    'Degraded',
    'IncorrectIssuer',
    /"letsencrypt" not found\./,
  ],
  ['externalsecret-synced', 'Healthy'],
  [
    'externalsecret-not-synced',
    'Degraded',
    'SecretSyncedError',
    /from provider\. The secret store/,
  ],
  [
    'externalsecret-not-refreshed',
    'Degraded',
    'SecretNotRefreshed',
    /7 hours ago, and is to be read every 60 minutes/,
  ],
  ['externalsecret-read-once', 'Healthy'],
  ['externalsecret-created-once', 'Healthy'],
  ['externalsecret-new', 'Progressing', 'NotReconciled'],
  ['secretstore-invalid', 'Degraded', 'InvalidProviderConfig', /credentials/],
  ['gateway-programmed', 'Healthy'],
  ['gateway-not-programmed', 'Degraded', 'AddressNotAssigned'],
  [
    'gateway-not-accepted',
    'Degraded',
    'InvalidParameters',
    /not valid\. Clients cannot connect/,
  ],
  ['httproute-accepted', 'Healthy'],
  ['httproute-not-accepted', 'Degraded', 'NoMatchingListenerHostname'],
  ['httproute-backend-missing', 'Degraded', 'BackendNotFound', /not answered/],
  ['httproute-new', 'Progressing', 'NotReconciled'],
  ['grpcroute-accepted', 'Healthy'],
  ['cluster-healthy', 'Healthy'],
  [
    'cluster-archiving-fails',
    'Degraded',
    'ArchivingFails',
    /exit status 1\. Nothing since the last backup/,
  ],
  ['scheduledbackup-on', 'Healthy'],
  ['scheduledbackup-suspended', 'Suspended', 'Suspended'],
  ['resourcequota-roomy', 'Healthy'],
  [
    'resourcequota-nearly-used',
    'Degraded',
    'QuotaNearlyUsed',
    /97% of the quota for requests.memory is used \(47Gi of 48Gi\)/,
  ],
  ['resourcequota-many-pods', 'Degraded', 'QuotaNearlyUsed', /95%.* pods/],
  ['resourcequota-new', 'Healthy'],
  [
    'cluster-setting-up',
    'Progressing',
    'WaitingForInstances',
    /Setting up primary; 0 of 2/,
  ],
  [
    'cluster-failing-over',
    'Progressing',
    'WaitingForInstances',
    /Failing over; 1 of 2/,
  ],
  ['cluster-unrecoverable', 'Degraded', 'DatabaseFailed', /disk is full/],
  ['cluster-hibernated', 'Suspended', 'Hibernated'],
  ['job-complete', 'Healthy'],
  ['job-failed', 'Degraded', 'JobFailed', /backoff limit\. Read the log/],
  ['job-running', 'Progressing', 'Running'],
  ['job-suspended', 'Suspended', 'Suspended'],
  ['cronjob-scheduled', 'Healthy'],
  ['cronjob-missed', 'Degraded', 'ScheduleMissed', /last succeeded at .*04:01/],
  ['cronjob-still-running', 'Healthy'],
  ['cronjob-in-a-time-zone', 'Healthy'],
  ['cronjob-unreadable', 'Healthy'],
  ['cronjob-suspended', 'Suspended', 'Suspended'],
  ['service-in-cluster', 'Healthy'],
  ['service-without-address', 'Progressing', 'WaitingForAddress'],
  ['virtualservice-there', 'Healthy'],
  ['virtualservice-invalid', 'Degraded', 'ConfigurationInvalid', /\(IST0101\)/],
  ['authorizationpolicy-there', 'Healthy'],
  ['networkpolicy-there', 'Healthy'],
];

function readFixture(situation: string): KubernetesObject {
  return JSON.parse(readFileSync(join(fixtures, `${situation}.json`), 'utf8'));
}

function kindOf(object: KubernetesObject): ObservedKind {
  const [group] = textAt(object, 'apiVersion')!.split('/').slice(0, -1);
  return observedKinds.find(
    kind =>
      kind.kind === textAt(object, 'kind') && kind.group === (group ?? ''),
  )!;
}

describe('the rules of health', () => {
  it.each(
    situations.map(([situation, health, reason, message = /./]) => ({
      situation,
      health,
      reason,
      message,
    })),
  )('$situation is $health', ({ situation, health, reason, message }) => {
    const object = readFixture(situation);
    const kind = kindOf(object);
    const judgement = kind.judge(kind.project(object), context);
    expect([judgement.health, judgement.reason]).toEqual([health, reason]);
    expect(judgement.message ?? 'none').toMatch(message);
    expect(judgement.health === 'Healthy' || judgement.runbook).toBeTruthy();
  });

  it('name runbooks that exist', () => {
    const named = situations.flatMap(([situation]) => {
      const object = readFixture(situation);
      const kind = kindOf(object);
      return kind.judge(kind.project(object), context).runbook ?? [];
    });
    const existing = readdirSync(runbooks).map(file => file.replace('.md', ''));
    expect(existing).toEqual(expect.arrayContaining(named));
  });

  it('have an expectation for each fixture', () => {
    const names = readdirSync(fixtures).map(file => file.replace('.json', ''));
    expect(names.sort()).toEqual(situations.map(([name]) => name).sort());
  });

  it('give a reason and a message for whatever is not Healthy, whatever an object looks like', () => {
    const parts = fc.record({
      metadata: fc.jsonValue(),
      spec: fc.jsonValue(),
      status: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...observedKinds), parts, (kind, object) => {
        const { health, reason, message } = kind.judge(
          kind.project(object as KubernetesObject),
          context,
        );
        expect(isHealth(health)).toBe(true);
        expect(health === 'Healthy' || (!!reason && !!message)).toBe(true);
      }),
    );
  });

  it.each(['secrets', 'configmaps'])('never look at %s', plural => {
    expect(watchedKinds.map(kind => kind.plural)).not.toContain(plural);
  });

  it('project whatever comes without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...watchedKinds),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (kind, object) => {
          expect(() => kind.project(object)).not.toThrow();
        },
      ),
    );
  });
});

describe('the projection of a pod', () => {
  it.each([
    [
      'a Deployment, through its ReplicaSet',
      'ReplicaSet',
      'participant-6d4f',
      'Deployment/participant',
    ],
    [
      'a ReplicaSet that nobody made',
      'ReplicaSet',
      'participant',
      'ReplicaSet/participant',
    ],
    ['a database', 'Cluster', 'postgres', 'Cluster/postgres'],
  ])('finds %s', (_, kind, name, owner) => {
    const object = {
      metadata: {
        labels: { 'pod-template-hash': '6d4f' },
        ownerReferences: [{ kind, name, controller: true }],
      },
    };
    expect(pod.project(object).owner).toBe(owner);
  });
});

describe('judgeCronJob', () => {
  const schedule = {
    schedule: '0 0 * * *',
    suspended: false,
    running: false,
    createdAt: '2026-02-01T00:00:00Z',
  };
  const ended = (
    outcome: JobProjection['outcome'],
    createdAt: string,
  ): JobProjection => ({ outcome, createdAt, suspended: false });

  it('takes the health of the last job that has ended', () => {
    const judge = (...jobs: JobProjection[]) =>
      judgeCronJob(schedule, jobs, context).health;
    expect(judge()).toBe('Healthy');
    expect(judge(ended('Failed', '1'), ended('Complete', '2'))).toBe('Healthy');
    expect(judge(ended('Failed', '2'), ended('Complete', '1'))).toBe(
      'Degraded',
    );
    expect(judge(ended('Failed', '1'), ended('Running', '2'))).toBe('Degraded');
  });

  it('is Suspended when the schedule is switched off', () => {
    const jobs = [ended('Failed', '1')];
    const off = { ...schedule, suspended: true };
    expect(judgeCronJob(off, jobs, context).health).toBe('Suspended');
  });
});

describe('judgeService', () => {
  const selecting = {
    pendingAddress: false,
    selector: { app: 'participant' },
    managed: false,
    createdAt: '2026-02-01T00:00:00Z',
  };
  const judge = (
    service: Partial<typeof selecting>,
    slices: EndpointsProjection[],
    stopped = false,
  ) => {
    const projection = { ...selecting, ...service };
    const { health, reason } = judgeService(
      projection,
      { slices, stopped },
      context,
    );
    return [health, reason];
  };

  it('is well with one ready endpoint in any slice', () => {
    expect(judge({}, [{ ready: 0 }, { ready: 1 }])[0]).toBe('Healthy');
  });

  it('is Degraded when none is ready, unless it has just been created', () => {
    const none = [{ ready: 0 }];
    expect(judge({}, none)).toEqual(['Degraded', 'NoReadyEndpoint']);
    const createdAt = '2026-03-01T11:59:00Z';
    expect(judge({ createdAt }, none)).toEqual([
      'Progressing',
      'NoReadyEndpoint',
    ]);
  });

  it('is Suspended when what is behind it is switched off', () => {
    expect(judge({}, [{ ready: 0 }], true)).toEqual([
      'Suspended',
      'NothingRuns',
    ]);
  });

  it.each([
    ['an operator has made it', { managed: true }, [{ ready: 0 }]],
    ['it selects nothing', { selector: {} as never }, [{ ready: 0 }]],
    ['it has no slice at all', {}, []],
  ])('says nothing about endpoints when %s', (_, service, slices) => {
    expect(judge(service, slices)[0]).toBe('Healthy');
  });

  it('waits for its address first', () => {
    expect(judge({ pendingAddress: true }, [{ ready: 0 }])).toEqual([
      'Progressing',
      'WaitingForAddress',
    ]);
  });
});
