import { Finding, TenantDescriptor } from '@tenantry/plugin-tenants-common';
import { Registered, Registry } from '@tenantry/plugin-tenants-node';
import { Inspection } from '../inspection/Inspection';
import { pointer } from '../json';
import { RegisteredEnvironment } from './judged';

/** A value that only one tenant may have. */
interface Claim {
  rule: string;
  /** What the value is, such as `hostname`. */
  what: string;
  /** Whether another environment of the same tenant must not have it either. */
  ofOneEnvironment?: boolean;
  value: string;
  tenant: string;
  file: string;
  path: string;
}

/** What belongs to one tenant belongs to no other on the whole platform. */
export function uniquenessFindings(inspection: Inspection): Finding[] {
  const claims = allClaims(inspection);
  const byValue = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.what} ${claim.value}`;
    byValue.set(key, [...(byValue.get(key) ?? []), claim]);
  }
  return [...byValue.values()].flatMap(rivals =>
    rivals.flatMap(claim => conflict(claim, rivals, inspection.tenants)),
  );
}

function conflict(
  claim: Claim,
  rivals: readonly Claim[],
  judged: ReadonlySet<string>,
): Finding[] {
  const other = rivals.find(rival => isRival(claim, rival));
  if (!other || !judged.has(claim.tenant)) {
    return [];
  }
  const { rule, what, value, file, path } = claim;
  return [
    {
      rule,
      file,
      path,
      message: `The ${what} "${value}" belongs to ${other.file} already.`,
      help: `Choose another ${what}.`,
    },
  ];
}

/** An owner and an immutable value are the same in all environments of one tenant. */
function isRival(claim: Claim, rival: Claim): boolean {
  const isSame = rival.file === claim.file && rival.path === claim.path;
  return !isSame && (claim.ofOneEnvironment || rival.tenant !== claim.tenant);
}

function allClaims({ before, after, tenants }: Inspection): Claim[] {
  const environments = new Set([
    ...after.tenantEnvironments.values(),
    // A name that is taken is not in the registry twice.
    ...[...(before?.tenantEnvironments.values() ?? [])].filter(
      ({ descriptor }) => !tenants.has(descriptor.spec.tenant),
    ),
  ]);
  return [
    ...[...after.tenants.values()].flatMap(tenantClaims),
    ...[...environments].flatMap(registered =>
      environmentClaims(registered, after),
    ),
  ];
}

function tenantClaims({
  descriptor,
  file,
}: Registered<TenantDescriptor>): Claim[] {
  const { owner, identity } = descriptor.spec;
  const common = { tenant: descriptor.metadata.name, file };
  return [
    {
      ...common,
      rule: 'unique-owner',
      what: 'owner',
      value: owner,
      path: '/spec/owner',
    },
    {
      ...common,
      rule: 'unique-realm',
      what: 'identity realm',
      value: identity.realm,
      path: '/spec/identity/realm',
    },
  ];
}

function environmentClaims(
  { descriptor, file }: RegisteredEnvironment,
  registry: Registry,
): Claim[] {
  const { tenant, environment, application, cluster, namespace, hostnames } =
    descriptor.spec;
  const common = { tenant, file, ofOneEnvironment: true };
  return [
    {
      ...common,
      rule: 'unique-application',
      what: 'application',
      value: application,
      path: '/spec/application',
    },
    {
      ...common,
      rule: 'unique-namespace',
      what: 'namespace',
      value: `${cluster}/${namespace}`,
      path: '/spec/namespace',
    },
    ...hostnames.map(({ host }, index) => ({
      ...common,
      rule: 'unique-hostname',
      what: 'hostname',
      value: host,
      path: pointer('spec', 'hostnames', index, 'host'),
    })),
    ...immutableClaims(descriptor.spec.immutable, {
      keys: uniqueKeys(registry, environment),
      tenant,
      file,
    }),
  ];
}

function immutableClaims(
  immutable: Record<string, string>,
  { keys, ...common }: { keys: string[]; tenant: string; file: string },
): Claim[] {
  return keys
    .filter(key => Object.hasOwn(immutable, key))
    .map(key => ({
      ...common,
      rule: 'unique-immutable',
      what: key,
      value: immutable[key],
      path: pointer('spec', 'immutable', key),
    }));
}

function uniqueKeys(registry: Registry, environment: string): string[] {
  const guardrails =
    registry.environments.get(environment)?.descriptor.spec.guardrails;
  return guardrails?.uniqueImmutables ?? [];
}
