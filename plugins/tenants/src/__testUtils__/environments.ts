import type {
  Check,
  ComponentStatus,
  EnvironmentOption,
  GitOpsStatus,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { minutesAgo } from './time';

/** The environments of the fake platform. */
export const environmentOptions: EnvironmentOption[] = [
  ['devnet', 'DevNet', 20],
  ['testnet', 'TestNet', 24],
  ['mainnet', 'MainNet', 28],
].map(([name, title, prefix], order) => ({
  name: String(name),
  title: String(title),
  order,
  version: '0.7.4',
  allowList: {
    minimumPrefixLength: { ipv4: Number(prefix), ipv6: 48 },
    maximumEntries: 20,
  },
}));

export function fakeCheck(overrides: Partial<Check> = {}): Check {
  return {
    id: 'deployment/participant',
    health: 'Healthy',
    source: 'kubernetes',
    observedAt: minutesAgo(0),
    since: minutesAgo(4 * 60),
    ...overrides,
  };
}

/** A component in the health and words of its first check. */
export function fakeComponent(
  name: string,
  type: string,
  checks: Check[] = [fakeCheck({ id: `deployment/${name}` })],
): ComponentStatus {
  const { health = 'Unknown', reason, message } = checks[0] ?? {};
  const title = name.charAt(0).toLocaleUpperCase('en-US') + name.slice(1);
  return { name, title, type, health, reason, message, checks };
}

export function fakeGitOps(
  overrides: Partial<GitOpsStatus> = {},
): GitOpsStatus {
  return {
    source: 'argocd',
    application: 'acme-01-devnet',
    sync: 'Synced',
    health: 'Healthy',
    revision: '3f9c1d7e5b2a48606c1f0d9e8b7a65544332211f',
    revisionMessage: 'Raise the memory of the participant of acme-01',
    lastSyncedAt: minutesAgo(50),
    outOfSync: [],
    history: [],
    actions: [],
    url: 'https://argocd.example.com/applications/argocd/acme-01-devnet',
    observedAt: minutesAgo(0),
    ...overrides,
  };
}

/** A healthy tenant environment, except for what is overridden. */
export function fakeEnvironment(
  overrides: Partial<TenantEnvironmentDetails> = {},
): TenantEnvironmentDetails {
  const { tenant = 'acme-01', environment = 'devnet' } = overrides;
  const host = (service: string) =>
    `${service}.${tenant}.${environment}.naas.example.com`;
  return {
    tenant,
    environment,
    order: environmentOptions.findIndex(({ name }) => name === environment),
    cluster: environment,
    namespace: `${tenant}-${environment}`,
    health: 'Healthy',
    sync: 'Synced',
    since: minutesAgo(4 * 60),
    observedAt: minutesAgo(0),
    suspended: false,
    versions: { splice: '0.7.4' },
    gitops: fakeGitOps({ application: `${tenant}-${environment}` }),
    components: [
      fakeComponent('validator', 'canton-validator'),
      fakeComponent('participant', 'canton-participant'),
      fakeComponent('database', 'database'),
      fakeComponent('certificate', 'certificate'),
    ],
    workloads: ['validator', 'participant', 'postgres'].map(name => ({
      kind: name === 'postgres' ? 'StatefulSet' : 'Deployment',
      name,
      component: name === 'postgres' ? 'database' : name,
      health: 'Healthy',
      readyReplicas: 1,
      desiredReplicas: 1,
      restarts: 0,
      images: [`ghcr.io/example/splice-${name}:0.7.4`],
    })),
    endpoints: [
      {
        name: 'wallet',
        title: 'Wallet',
        component: 'validator',
        host: host('wallet.validator'),
        port: 443,
        protocol: 'HTTPS',
        url: `https://${host('wallet.validator')}`,
      },
      {
        name: 'ledger-api-grpc',
        title: 'Ledger API',
        component: 'participant',
        host: host('ledger-api-grpc.participant'),
        port: 443,
        protocol: 'gRPC',
      },
    ],
    allowList: ['203.0.113.0/24', '2001:db8:42::/48'],
    allowListCount: overrides.allowList?.length ?? 2,
    links: [
      {
        kind: 'dashboard',
        title: 'Grafana',
        url: 'https://grafana.example.com/d/tenant',
      },
      { kind: 'logs', title: 'Logs', url: 'https://logs.example.com/tenant' },
    ],
    facts: {},
    ...overrides,
  };
}
