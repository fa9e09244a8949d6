import { KubernetesObject, textAt } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Health, isHealth } from '@tenantry/plugin-tenants-common';
import {
  JobProjection,
  judgeCronJob,
  ObservedKind,
  observedKinds,
  pod,
} from '.';

const now = new Date('2026-03-01T12:00:00Z');
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
    /"postgres-secrets" not found.*synced/,
  ],
  ['pod-secret-not-yet-synced', 'Progressing', 'CreateContainerConfigError'],
  [
    'pod-unschedulable',
    'Degraded',
    'Unschedulable',
    /Insufficient memory\. Add capacity/,
  ],
  ['pod-being-scheduled', 'Progressing', 'Scheduling'],
  ['pod-evicted', 'Degraded', 'Evicted'],
  ['pod-completed', 'Healthy'],
  ['pod-terminating', 'Progressing', 'Terminating'],
  ['persistentvolumeclaim-bound', 'Healthy'],
  ['persistentvolumeclaim-pending', 'Progressing', 'WaitingForVolume'],
  ['persistentvolumeclaim-lost', 'Degraded', 'VolumeLost', /backup/],
  ['certificate-ready', 'Healthy'],
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
  ['externalsecret-new', 'Progressing', 'NotReconciled'],
  ['secretstore-invalid', 'Degraded', 'InvalidProviderConfig', /credentials/],
  ['gateway-programmed', 'Healthy'],
  ['gateway-not-programmed', 'Degraded', 'AddressNotAssigned'],
  ['cluster-healthy', 'Healthy'],
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
  ['cronjob-suspended', 'Suspended', 'Suspended'],
  ['service-in-cluster', 'Healthy'],
  ['service-without-address', 'Progressing', 'WaitingForAddress'],
  ['virtualservice-there', 'Healthy'],
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
    const judgement = kind.judge(kind.project(object), now);
    expect([judgement.health, judgement.reason]).toEqual([health, reason]);
    expect(judgement.message ?? 'none').toMatch(message);
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
          now,
        );
        expect(isHealth(health)).toBe(true);
        expect(health === 'Healthy' || (!!reason && !!message)).toBe(true);
      }),
    );
  });

  it('never look at Secrets or ConfigMaps', () => {
    const kinds = observedKinds.map(({ kind }) => kind);
    expect(kinds).not.toContain('Secret');
    expect(kinds).not.toContain('ConfigMap');
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
  const ended = (
    outcome: JobProjection['outcome'],
    createdAt: string,
  ): JobProjection => ({ outcome, createdAt, suspended: false });

  it('takes the health of the last job that has ended', () => {
    const judge = (...jobs: JobProjection[]) =>
      judgeCronJob({ suspended: false }, jobs, now).health;
    expect(judge()).toBe('Healthy');
    expect(judge(ended('Failed', '1'), ended('Complete', '2'))).toBe('Healthy');
    expect(judge(ended('Failed', '2'), ended('Complete', '1'))).toBe(
      'Degraded',
    );
    expect(judge(ended('Failed', '1'), ended('Running', '2'))).toBe('Degraded');
  });

  it('is Suspended when the schedule is switched off', () => {
    const jobs = [ended('Failed', '1')];
    expect(judgeCronJob({ suspended: true }, jobs, now).health).toBe(
      'Suspended',
    );
  });
});
