import {
  GitOpsStatus,
  TenantEnvironmentDescriptor,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import {
  Observation,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { assembleEnvironment, AssembleEnvironmentOptions } from '..';
import { SourceState } from '../SourceState';

export const now = new Date('2026-01-01T12:00:00.000Z');
export const earlier = '2026-01-01T11:59:00.000Z';
const longAgo = new Date('2026-01-01T11:55:00.000Z');

export const components: TenantBinding['components'] = [
  {
    name: 'participant',
    title: 'Participant',
    type: 'canton-participant',
    entity: 'Component',
    provides: ['ledger-api'],
    objects: ['Deployment/participant', 'Pod/participant-*'],
    checks: ['metric/ledger-*'],
  },
  {
    name: 'ledger-api',
    title: 'Ledger API',
    type: 'grpc',
    entity: 'API',
  },
];

export function descriptor(
  spec: Partial<TenantEnvironmentDescriptor['spec']> = {},
): TenantEnvironmentDescriptor {
  return {
    apiVersion: 'tenantry.dev/v1alpha1',
    kind: 'TenantEnvironment',
    metadata: { name: 'acme-01-devnet' },
    spec: {
      tenant: 'acme-01',
      environment: 'devnet',
      cluster: 'devnet',
      namespace: 'acme-01-devnet',
      application: 'acme-01-devnet',
      suspended: false,
      size: 'small',
      versions: { splice: '0.7.4' },
      hostnames: [],
      allowList: ['203.0.113.0/24'],
      immutable: {},
      template: { name: 'new-canton-client', version: '1.0.0' },
      components: [...components],
      ...spec,
    },
  };
}

export function binding(overrides: Partial<TenantBinding> = {}): TenantBinding {
  return {
    tenant: 'acme-01',
    environment: 'devnet',
    order: 1,
    cluster: 'devnet',
    namespace: 'acme-01-devnet',
    application: {
      engine: 'argocd',
      cluster: 'hub',
      namespace: 'argocd',
      name: 'acme-01-devnet',
    },
    metricMatchers: {},
    repositoryPath: 'clients/acme-01/devnet',
    owner: 'group:default/acme-01',
    suspended: false,
    components,
    ...overrides,
  };
}

export function observation(
  checks: ObservedCheck[],
  rest: Partial<Observation> = {},
): Observation {
  return {
    tenant: 'acme-01',
    environment: 'devnet',
    observedAt: earlier,
    checks,
    ...rest,
  };
}

export function source(
  id: string,
  checks?: ObservedCheck[],
  rest: Partial<SourceState> = {},
): SourceState {
  return {
    source: id,
    confirmedAt: earlier,
    heardAt: rest.confirmedAt ?? earlier,
    ...(checks && { observation: observation(checks) }),
    ...rest,
  };
}

/** What an engine reports of an application that is as Git says. */
export function syncedApplication(
  overrides: Partial<GitOpsStatus> = {},
): Omit<GitOpsStatus, 'source'> {
  return {
    application: 'acme-01-devnet',
    sync: 'Synced',
    health: 'Healthy',
    outOfSync: [],
    history: [],
    actions: [],
    observedAt: earlier,
    ...overrides,
  };
}

export const healthyDeployment: ObservedCheck = {
  id: 'deployment/participant',
  object: 'Deployment/participant',
  health: 'Healthy',
};

export function assemble(
  sources: SourceState[],
  overrides: Partial<AssembleEnvironmentOptions> = {},
): TenantEnvironmentDetails {
  return assembleEnvironment({
    binding: binding(),
    descriptor: descriptor(),
    sources,
    now,
    staleBefore: longAgo,
    links: [],
    runbookUrl: () => undefined,
    ...overrides,
  });
}

export function checkOf(status: TenantEnvironmentDetails, id: string) {
  return status.components
    .flatMap(({ checks }) => checks)
    .find(check => check.id === id);
}
