import { InputError } from '@backstage/errors';
import { RolloutPlan, RolloutRequest } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';

const maximumTenants = 1000;

/**
 * Divides the tenants of an environment into waves: those that were named first, then the others
 * by name.
 *
 * @param options.upToDate - whether a tenant has already what the rollout is about
 * @throws InputError naming the field when the request does not fit the registry, or nothing is
 *   left to be done.
 */
export function planRollout(options: {
  request: RolloutRequest;
  title: string;
  registry: Registry;
  upToDate: (tenant: string) => boolean;
}): RolloutPlan {
  const { request, title, registry, upToDate } = options;
  const present = tenantsOf(request.environment, registry);
  assertKnown(request, present);
  const skipped = [...present].flatMap(([tenant, { suspended }]) => {
    const reason = whySkipped({ request, tenant, suspended, upToDate });
    return reason ? [{ tenant, reason }] : [];
  });
  const left = new Set(skipped.map(({ tenant }) => tenant));
  const tenants = [...present.keys()].filter(tenant => !left.has(tenant));
  if (tenants.length === 0) {
    throw new InputError(
      `No tenant of environment "${request.environment}" is left to be changed.`,
    );
  }
  if (tenants.length > maximumTenants) {
    throw new InputError(
      `The rollout would change ${tenants.length} tenants; it may change ${maximumTenants}. Exclude some.`,
    );
  }
  return { title, waves: wavesOf(tenants, request), skipped };
}

function tenantsOf(
  environment: string,
  registry: Registry,
): Map<string, { suspended: boolean }> {
  if (!registry.environments.has(environment)) {
    throw new InputError(
      `The field "environment" is "${environment}"; the platform has ${[
        ...registry.environments.keys(),
      ].join(', ')}.`,
    );
  }
  const specs = [...registry.tenantEnvironments.values()]
    .map(({ descriptor }) => descriptor.spec)
    .filter(spec => spec.environment === environment)
    .sort((left, right) => (left.tenant < right.tenant ? -1 : 1));
  return new Map(specs.map(({ tenant, suspended }) => [tenant, { suspended }]));
}

function assertKnown(
  request: RolloutRequest,
  present: ReadonlyMap<string, unknown>,
): void {
  for (const field of ['firstWave', 'exclude'] as const) {
    const unknown = request[field].find(tenant => !present.has(tenant));
    if (unknown) {
      throw new InputError(
        `The field "${field}" names "${unknown}", which is not in environment "${request.environment}".`,
      );
    }
  }
  const both = request.firstWave.find(tenant =>
    request.exclude.includes(tenant),
  );
  if (both) {
    throw new InputError(
      `"${both}" is in the field "firstWave" and in "exclude"; it can be in one of them.`,
    );
  }
}

function whySkipped(options: {
  request: RolloutRequest;
  tenant: string;
  suspended: boolean;
  upToDate: (tenant: string) => boolean;
}): string | undefined {
  const { request, tenant, suspended, upToDate } = options;
  if (request.exclude.includes(tenant)) {
    return 'excluded';
  }
  // What does not run cannot be seen to be well after the change.
  if (suspended) {
    return 'suspended';
  }
  return upToDate(tenant) ? 'has it already' : undefined;
}

function wavesOf(tenants: string[], request: RolloutRequest): string[][] {
  const first = tenants.filter(tenant => request.firstWave.includes(tenant));
  const others = tenants.filter(tenant => !first.includes(tenant));
  const waves = first.length > 0 ? [first] : [];
  for (let from = 0; from < others.length; from += request.waveSize) {
    waves.push(others.slice(from, from + request.waveSize));
  }
  return waves;
}
