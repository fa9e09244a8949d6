import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  compareHealth,
  healthOrder,
  worstOf,
  type ChangePreview,
  type EnvironmentOption,
  type Health,
  type ListTenantsRequest,
  type ListTenantsResponse,
  type MetricRange,
  type NameAvailability,
  type PreviewChangeRequest,
  type Rollout,
  type RolloutPlan,
  type RolloutRequest,
  type TenantEnvironmentDetails,
  type TenantEnvironmentMetrics,
  type TenantEnvironmentStatus,
  type TenantsApi,
  type TenantStatus,
  type TimelineEvent,
  type TimelineRequest,
  type TimelineResponse,
} from '@tenantry/plugin-tenants-common';
import { environmentOptions } from './environments';
import { fakeCharts } from './metrics';
import { fakePlatform } from './platform';
import { summaryOf } from './tenants';
import { minutesAgo } from './time';

/** Answers like the backend, from memory. Tests replace single methods. */
export class FakeTenantsApi implements TenantsApi {
  constructor(private readonly tenants: TenantStatus[] = fakePlatform) {}

  async listTenants(request: ListTenantsRequest): Promise<ListTenantsResponse> {
    const matching = this.tenants.filter(tenant => matches(tenant, request));
    const shown = matching
      .filter(({ health }) => request.health?.includes(health) ?? true)
      .sort((left, right) => compareHealth(right.health, left.health));
    const from = Number(request.cursor ?? 0);
    const to = from + (request.limit ?? 50);
    return {
      items: shown.slice(from, to).map(summaryOf),
      totalItems: shown.length,
      healthCounts: countByHealth(matching),
      ...(to < shown.length ? { nextCursor: String(to) } : {}),
    };
  }

  async getTenant(name: string): Promise<TenantStatus> {
    const tenant = this.tenants.find(candidate => candidate.name === name);
    if (!tenant) {
      throw new NotFoundError(`There is no tenant ${name}`);
    }
    return tenant;
  }

  async getTenantInFull(
    name: string,
    environment?: string,
  ): Promise<TenantStatus> {
    const tenant = await this.getTenant(name);
    const { environments } = tenant;
    const details =
      environments.find(status => status.environment === environment) ??
      worstOf(environments);
    // The fake tenants are made of details already.
    return { ...tenant, details: details as TenantEnvironmentDetails };
  }

  async getTenantEnvironment(
    tenant: string,
    environment: string,
  ): Promise<TenantEnvironmentDetails> {
    const { environments } = await this.getTenant(tenant);
    const status = environments.find(
      candidate => candidate.environment === environment,
    );
    if (!status) {
      throw new NotFoundError(`${tenant} is not in ${environment}`);
    }
    // The fake tenants are made of details already.
    return status as TenantEnvironmentDetails;
  }

  async getMetrics(
    _tenant: string,
    _environment: string,
    range: MetricRange,
  ): Promise<TenantEnvironmentMetrics> {
    return { range, charts: fakeCharts(range) };
  }

  async getTimeline(
    tenant: string,
    request: TimelineRequest,
  ): Promise<TimelineResponse> {
    const { environments } = await this.getTenant(tenant);
    const events = environments
      .flatMap(eventsOf)
      .filter(({ type, environment }) =>
        [
          request.type?.includes(type) ?? true,
          environment === (request.environment ?? environment),
        ].every(Boolean),
      )
      .sort((left, right) => right.at.localeCompare(left.at));
    const limit = request.limit ?? 50;
    return {
      changes: [],
      items: events.slice(0, limit),
      ...(events.length > limit ? { nextCursor: String(limit) } : {}),
    };
  }

  async listClusters() {
    return { items: [], totalItems: 0 };
  }

  async listEnvironments(): Promise<{ items: EnvironmentOption[] }> {
    return { items: environmentOptions };
  }

  async checkName(name: string): Promise<NameAvailability> {
    const taken = this.tenants.some(tenant => tenant.name === name);
    return taken
      ? { name, available: false, message: `The name "${name}" is taken.` }
      : { name, available: true };
  }

  async listRollouts(): Promise<{ items: Rollout[] }> {
    return { items: [] };
  }

  async planRollout(_request: RolloutRequest): Promise<RolloutPlan> {
    return { title: 'Upgrade', waves: [], skipped: [] };
  }

  async startRollout(): Promise<Rollout> {
    throw new ConflictError('No rollout can be started');
  }

  async requestGitOps(): Promise<void> {
    throw new ConflictError('There is no GitOps engine');
  }

  async actOnRollout(): Promise<Rollout> {
    throw new ConflictError('There is no rollout');
  }

  async previewChange(request: PreviewChangeRequest): Promise<ChangePreview> {
    const { client, environments } = request.values;
    if (!client || !Array.isArray(environments)) {
      throw new ConflictError('The form is not filled in');
    }
    return {
      title: `Onboard ${client}`,
      findings: [],
      notes: [],
      pruned: [],
      files: environments.map(environment => ({
        path: `clients/${client}/${environment}/tenant.yaml`,
        operation: 'create',
        content: `kind: TenantEnvironment\nmetadata:\n  name: ${client}-${environment}\n`,
      })),
    };
  }
}

function matches(tenant: TenantStatus, request: ListTenantsRequest): boolean {
  const { names, q, environment } = request;
  const text = `${tenant.name} ${tenant.title}`.toLocaleLowerCase('en-US');
  return (
    (!names || names.includes(tenant.name)) &&
    (!q || text.includes(q.toLocaleLowerCase('en-US'))) &&
    (!environment ||
      tenant.environments.some(status => status.environment === environment))
  );
}

function countByHealth(tenants: TenantStatus[]): Record<Health, number> {
  const counts = healthOrder.map(health => [
    health,
    tenants.filter(tenant => tenant.health === health).length,
  ]);
  return Object.fromEntries(counts);
}

function eventsOf(status: TenantEnvironmentStatus): TimelineEvent[] {
  const { tenant, environment, health } = status;
  const common = { tenant, environment };
  return [
    {
      ...common,
      id: `${environment}-health`,
      at: status.since ?? minutesAgo(1),
      type: 'HealthChanged',
      message: `Health became ${health}.`,
      health,
    },
    {
      ...common,
      id: `${environment}-synced`,
      at: minutesAgo(50),
      type: 'Synced',
      message: 'The GitOps engine applied a revision.',
      revision: status.gitops?.revision,
    },
  ];
}
