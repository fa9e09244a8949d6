import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { ObservedCheck, TenantBinding } from '@tenantry/plugin-tenants-node';
import {
  assemble,
  binding,
  checkOf,
  now,
  observation,
  source,
} from '../status/__testUtils__';

const components: TenantBinding['components'] = [
  {
    name: 'app',
    title: 'App',
    type: 't',
    dependsOn: ['db', 'secrets'],
    objects: ['Deployment/app'],
  },
  { name: 'db', title: 'Database', type: 't', objects: ['Cluster/*'] },
  {
    name: 'secrets',
    title: 'Secrets',
    type: 't',
    objects: ['ExternalSecret/*'],
  },
  { name: 'gate', title: 'Gate', type: 't', objects: ['Gateway/*'] },
];
const claim: ObservedCheck = {
  id: 'onboarding/state',
  health: 'Progressing',
  reason: 'Onboarding',
  message: 'TestNet wants a secret.',
  runbook: 'onboarding',
};
const object = (
  name: string,
  health: ObservedCheck['health'],
  rest: Partial<ObservedCheck> = {},
): ObservedCheck => ({ id: name.toLowerCase(), object: name, health, ...rest });
const allUp = [
  object('ExternalSecret/a', 'Healthy'),
  object('Cluster/pg', 'Healthy'),
  object('Deployment/app', 'Healthy'),
  object('Gateway/g', 'Healthy'),
];
const othersUp = allUp.filter(({ id }) => id !== 'deployment/app');
const stuck = object('Deployment/app', 'Degraded', {
  reason: 'RolloutStuck',
  message: '0 of 1 pods are ready.',
});
const hoursLater = (hours: number) =>
  new Date(now.getTime() + hours * 3_600_000);

function settle(
  checks: ObservedCheck[],
  options: {
    previous?: TenantEnvironmentDetails;
    claims?: ObservedCheck[];
    firstDeployedAt?: string;
    suspended?: boolean;
    at?: Date;
  } = {},
) {
  const { previous, claims = [claim], firstDeployedAt, at = now } = options;
  const confirmed = { confirmedAt: at.toISOString() };
  const engine = observation([], {
    gitops: {
      application: 'a',
      sync: 'Synced',
      health: 'Healthy',
      outOfSync: [],
      actions: [],
      history: firstDeployedAt
        ? [{ id: '1', revision: 'r', deployedAt: firstDeployedAt }]
        : [],
      observedAt: at.toISOString(),
    },
  });
  return assemble(
    [
      source('registry', claims, confirmed),
      source('kubernetes', checks, confirmed),
      source('argocd', [], { ...confirmed, observation: engine }),
    ].map(state =>
      state.observation && state.source !== 'argocd'
        ? {
            ...state,
            observation: { ...state.observation, observedAt: at.toISOString() },
          }
        : state,
    ),
    {
      binding: binding({ components, suspended: options.suspended ?? false }),
      previous,
      now: at,
      staleBefore: new Date(at.getTime() - 300_000),
    },
  );
}

const onboardingOf = (status: TenantEnvironmentDetails) =>
  checkOf(status, 'onboarding/state');

describe('the onboarding', () => {
  it('is done once all parts have been up, and is never open again', () => {
    const up = settle(allUp);
    expect(up.health).toBe('Healthy');
    expect(onboardingOf(up)).toMatchObject({ health: 'Healthy' });
    expect(onboardingOf(up)).not.toHaveProperty('message');

    const broken = settle([...othersUp, stuck], { previous: up });
    expect(onboardingOf(broken)?.health).toBe('Healthy');
    expect(checkOf(broken, 'deployment/app')?.health).toBe('Degraded');
  });

  it.each([
    ['nothing runs', [], 'WaitingForGitOps', 'has to apply the files'],
    [
      'a secret is missing',
      [
        object('ExternalSecret/a', 'Degraded', { message: 'No such secret.' }),
        object('Cluster/pg', 'Progressing'),
        stuck,
      ],
      'WaitingForPart',
      'The open step is Secrets: No such secret.',
    ],
    [
      'a part comes up',
      [allUp[0], object('Cluster/pg', 'Progressing'), stuck],
      'WaitingForPart',
      'The open step is Database: cluster/pg is Progressing.',
    ],
    [
      'a part has no address yet that nothing else depends on',
      [...allUp.slice(0, 3), object('Gateway/g', 'Progressing')],
      'WaitingForPart',
      'The open step is Gate',
    ],
    [
      'the network lets nobody in yet',
      [...othersUp, stuck],
      'WaitingForNetwork',
      'does not let it in yet. TestNet wants a secret.',
    ],
  ])('says that %s', (_what, checks, reason, message) => {
    const check = onboardingOf(settle(checks))!;
    expect(check).toMatchObject({ health: 'Progressing', reason });
    expect(check.message).toContain(message);
  });

  it('does not call a rollout broken that waits for it', () => {
    const status = settle([...othersUp, stuck]);
    expect(checkOf(status, 'deployment/app')).toMatchObject({
      health: 'Progressing',
      reason: 'OnboardingRollout',
      message:
        'Not up yet, as a part of the onboarding. 0 of 1 pods are ready.',
    });
    expect(status.health).toBe('Progressing');
  });

  it('hides nothing else that is wrong', () => {
    const crashing = { ...stuck, reason: 'CrashLoopBackOff' };
    expect(settle([...othersUp, crashing])).toMatchObject({
      health: 'Degraded',
      reason: 'CrashLoopBackOff',
    });
  });

  it('is not waited for without end', () => {
    const waiting = [...othersUp, stuck];
    const first = settle(waiting);
    const patient = settle(waiting, { previous: first, at: hoursLater(160) });
    expect(onboardingOf(patient)?.health).toBe('Progressing');
    const lost = settle(waiting, { previous: patient, at: hoursLater(170) });
    const still = settle(waiting, { previous: lost, at: hoursLater(171) });
    for (const status of [lost, still]) {
      expect(onboardingOf(status)).toMatchObject({
        health: 'Degraded',
        reason: 'OnboardingStalled',
        since: hoursLater(170).toISOString(),
      });
    }
  });

  it('is no matter of what was deployed long ago', () => {
    const firstDeployedAt = '2025-11-01T00:00:00.000Z';
    const status = settle([...othersUp, stuck], { firstDeployedAt });
    expect(onboardingOf(status)?.health).toBe('Healthy');
    expect(status.health).toBe('Degraded');
  });

  it('is not open while a tenant environment is switched off', () => {
    expect(onboardingOf(settle([], { suspended: true }))).toBeUndefined();
  });
});

describe('a version that is behind', () => {
  const behind: ObservedCheck = {
    id: 'version/app',
    health: 'Progressing',
    reason: 'VersionBehind',
    message: 'Runs app 1.',
    runbook: 'version-behind',
  };
  const settleVersion = (previous?: TenantEnvironmentDetails, at = now) =>
    settle(allUp, { claims: [claim, behind], previous, at });

  it('has a day to be upgraded, and is Degraded from then on', () => {
    const first = settleVersion();
    expect(first).toMatchObject({
      health: 'Progressing',
      reason: 'VersionBehind',
    });
    const soon = settleVersion(first, hoursLater(23));
    expect(soon.health).toBe('Progressing');
    const late = settleVersion(soon, hoursLater(25));
    const later = settleVersion(late, hoursLater(26));
    for (const status of [late, later]) {
      expect(checkOf(status, 'version/app')).toMatchObject({
        health: 'Degraded',
        reason: behind.reason,
        message: behind.message,
        since: hoursLater(25).toISOString(),
      });
    }
  });

  it('stands with the part that all others are there for', () => {
    const [app] = settleVersion().components;
    expect(app.checks.map(({ id }) => id)).toEqual([
      'deployment/app',
      'onboarding/state',
      'version/app',
    ]);
  });

  it('stands where the descriptor says', () => {
    const [app, ...others] = components;
    const named = [{ ...others[0], checks: ['version/*'] }, app, others[1]];
    const status = assemble([source('registry', [behind])], {
      binding: binding({ components: named }),
    });
    expect(status.components[0].checks.map(({ id }) => id)).toContain(
      'version/app',
    );
  });
});
