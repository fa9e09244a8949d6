import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import {
  fakeCheck,
  fakeComponent,
  fakeEnvironment,
  fakeGitOps,
} from './environments';
import { fakeTenant } from './tenants';
import { minutesAgo } from './time';

const crashLoop = {
  health: 'Degraded',
  reason: 'CrashLoopBackOff',
  message:
    'The participant restarted 14 times: it cannot reach its database. Look at the logs of the last restart and at the database password.',
} as const;

const unreachable = {
  health: 'Unknown',
  reason: 'ClusterUnreachable',
  message:
    'The cluster mainnet has not answered for 12 minutes (connection timed out). The state below is the last one known.',
} as const;

const rollout = {
  health: 'Progressing',
  reason: 'RolloutInProgress',
  message: '0 of 1 pods of the validator are ready; it is initialising.',
} as const;

const expiring = {
  health: 'Degraded',
  reason: 'CertificateExpiring',
  message:
    'The certificate ends in 3 days and was not renewed: the DNS challenge fails. Look at the Challenge of the certificate.',
} as const;

function crashing(tenant: string) {
  return fakeEnvironment({
    tenant,
    environment: 'testnet',
    ...crashLoop,
    since: minutesAgo(23),
    components: [
      fakeComponent('participant', 'canton-participant', [
        fakeCheck({
          id: 'deployment/participant',
          ...crashLoop,
          since: minutesAgo(23),
        }),
        fakeCheck({ id: 'metric/ledger-lag' }),
      ]),
      fakeComponent('validator', 'canton-validator'),
      fakeComponent('database', 'database'),
    ],
    workloads: [
      {
        kind: 'Deployment',
        name: 'participant',
        component: 'participant',
        ...crashLoop,
        readyReplicas: 0,
        desiredReplicas: 1,
        restarts: 14,
        images: ['ghcr.io/example/splice-participant:0.7.4'],
      },
    ],
  });
}

function unreachableEnvironment(tenant: string) {
  return fakeEnvironment({
    tenant,
    environment: 'mainnet',
    ...unreachable,
    sync: 'Unknown',
    since: minutesAgo(12),
    observedAt: minutesAgo(12),
    components: [
      fakeComponent('participant', 'canton-participant', [
        fakeCheck({
          ...unreachable,
          observedAt: minutesAgo(12),
          since: minutesAgo(12),
          lastKnown: { health: 'Healthy', observedAt: minutesAgo(12) },
        }),
      ]),
    ],
  });
}

function withExpiringCertificate(tenant: string) {
  return fakeEnvironment({
    tenant,
    ...expiring,
    since: minutesAgo(26 * 60),
    components: [
      fakeComponent('certificate', 'certificate', [
        fakeCheck({ id: 'certificate/gateway', ...expiring }),
      ]),
      fakeComponent('participant', 'canton-participant'),
    ],
  });
}

function drifted(tenant: string) {
  return fakeEnvironment({
    tenant,
    sync: 'OutOfSync',
    gitops: fakeGitOps({
      application: `${tenant}-devnet`,
      sync: 'OutOfSync',
      outOfSync: ['Deployment/validator', 'NetworkPolicy/allow-ingress'],
    }),
  });
}

const longTitle =
  'The Extraordinarily Long-Winded Settlement and Clearing Association of Upper and Lower Saxony (Interim)';

/** Tenants of a platform at night: most are well, one of each trouble. */
export const fakePlatform: TenantStatus[] = [
  fakeTenant('acme-01', 'Acme Bank'),
  fakeTenant('borealis', 'Borealis Exchange', [
    fakeEnvironment({ tenant: 'borealis' }),
    crashing('borealis'),
  ]),
  fakeTenant('cobalt', 'Cobalt Custody', [withExpiringCertificate('cobalt')]),
  fakeTenant('delta', 'Delta Depot', [drifted('delta')]),
  fakeTenant('harbor', 'Harbor Trust', [
    fakeEnvironment({
      tenant: 'harbor',
      ...rollout,
      since: minutesAgo(1),
      endpoints: [],
      allowList: [],
    }),
  ]),
  fakeTenant('ivory', 'Ivory Pensions', [
    fakeEnvironment({
      tenant: 'ivory',
      health: 'Suspended',
      suspended: true,
      workloads: [],
    }),
  ]),
  fakeTenant('juniper', 'Juniper Markets', [
    fakeEnvironment({ tenant: 'juniper' }),
    unreachableEnvironment('juniper'),
  ]),
  fakeTenant('settlement-association-saxony', longTitle),
  fakeTenant('lumen', 'Lumen Labs', []),
];
