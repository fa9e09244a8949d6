import {
  Finding,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { Manifest } from '../inspection/Inspection';
import { asList, asRecord, JsonRecord, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';

type Spec = TenantEnvironmentDescriptor['spec'];

interface Problem {
  path: string;
  message: string;
  help: string;
}

/** An AppProject of Argo CD lets a tenant's applications into the tenant's namespaces only. */
export function projectFindings(
  manifest: Manifest,
  tenant: string,
  registry: Registry,
): Finding[] {
  const environments = [...registry.tenantEnvironments.values()]
    .map(({ descriptor }) => descriptor.spec)
    .filter(spec => spec.tenant === tenant);
  const spec = asRecord(manifest.object.spec);
  return [
    ...placeProblems(manifest, tenant, registry),
    ...sourceProblems(spec, registry),
    ...destinationProblems(spec, environments, registry),
    ...clusterKindProblems(spec, environments),
    ...namespaceKindProblems(spec),
    ...widerProblems(spec),
  ].map(problem =>
    manifestFinding(manifest, { rule: 'project-confinement', ...problem }),
  );
}

function placeProblems(
  { name, object }: Manifest,
  tenant: string,
  registry: Registry,
): Problem[] {
  const { namespace } = registry.platform.descriptor.spec.gitops;
  const actual = asRecord(object.metadata).namespace;
  return [
    ...(name === tenant
      ? []
      : [
          {
            path: '/metadata/name',
            message: `a project is called like its tenant, here "${tenant}".`,
            help: `Write name: ${tenant}.`,
          },
        ]),
    ...(actual === namespace
      ? []
      : [
          {
            path: '/metadata/namespace',
            message: `the namespace is ${JSON.stringify(
              actual ?? 'absent',
            )}, but projects are in "${namespace}".`,
            help: `Write namespace: ${namespace}.`,
          },
        ]),
  ];
}

/** Where a tenant's applications may come from is the platform's to say, address by address. */
function sourceProblems(spec: JsonRecord, registry: Registry): Problem[] {
  const { facts = {} } = registry.platform.descriptor.spec;
  const known = Object.values<unknown>(facts);
  return valuesAt(spec, 'sourceRepos.*')
    .filter(({ value }) => isPattern(value) || !known.includes(value))
    .map(({ path, value }) => ({
      path: `/spec${path}`,
      message: `the repository "${value}" is none of those that platform.yaml names.`,
      help: 'Name a repository, by its address, that is one of the facts in platform.yaml.',
    }));
}

function isPattern(value: unknown): boolean {
  return /[*?[\]{}!]/.test(String(value));
}

function destinationProblems(
  spec: JsonRecord,
  environments: readonly Spec[],
  registry: Registry,
): Problem[] {
  return valuesAt(spec, 'destinations.*')
    .filter(({ value }) => !isOwn(asRecord(value), environments, registry))
    .map(({ path, value }) => {
      const { name, server, namespace } = asRecord(value);
      return {
        path: `/spec${path}`,
        message: `the destination ${
          name ?? server
        }/${namespace} is no namespace of the tenant.`,
        help: 'Name the namespaces of the tenant, each on the cluster of its environment.',
      };
    });
}

/** By name or by address, but never by one that stands for something else. */
function isOwn(
  { name, server, namespace }: JsonRecord,
  environments: readonly Spec[],
  registry: Registry,
): boolean {
  return environments.some(environment => {
    const url = registry.clusters.get(environment.cluster)?.descriptor.spec
      .apiServer.url;
    return (
      namespace === environment.namespace &&
      (name !== undefined || server !== undefined) &&
      (name === undefined || name === environment.cluster) &&
      (server === undefined || server === url)
    );
  });
}

function clusterKindProblems(
  spec: JsonRecord,
  environments: readonly Spec[],
): Problem[] {
  return valuesAt(spec, 'clusterResourceWhitelist.*')
    .filter(({ value }) => {
      const { group, kind, name } = asRecord(value);
      const isNamespace = group === '' && kind === 'Namespace';
      return !(
        isNamespace && environments.some(({ namespace }) => namespace === name)
      );
    })
    .map(({ path, value }) => {
      const { kind, name } = asRecord(value);
      return {
        path: `/spec${path}`,
        message: `${kind}/${
          name ?? '*'
        } without a namespace is not the tenant's.`,
        help: 'Allow only the kind Namespace, with the name of a namespace of the tenant.',
      };
    });
}

/** Kinds through which a tenant could read or gain what is not its own. */
const deniedKinds = [
  { group: '', kind: 'Secret' },
  { group: 'argoproj.io', kind: '*' },
  { group: 'rbac.authorization.k8s.io', kind: '*' },
];

function namespaceKindProblems(spec: JsonRecord): Problem[] {
  const allowed = spec.namespaceResourceWhitelist;
  const denied = asList(spec.namespaceResourceBlacklist).map(asRecord);
  return deniedKinds
    .filter(
      kind =>
        !denied.some(entry => covers(entry, kind)) &&
        (allowed === undefined ||
          asList(allowed).some(entry => meets(asRecord(entry), kind))),
    )
    .map(({ group, kind }) => ({
      path: '/spec/namespaceResourceBlacklist',
      message: `${group || 'core'}/${kind} is not denied.`,
      help: 'List it under namespaceResourceBlacklist.',
    }));
}

type GroupKind = { group: string; kind: string };

function covers({ group, kind }: JsonRecord, denied: GroupKind): boolean {
  return (
    (group === '*' || group === denied.group) &&
    (kind === '*' || kind === denied.kind)
  );
}

function meets({ group, kind }: JsonRecord, denied: GroupKind): boolean {
  return (
    (group === denied.group || isPattern(group)) &&
    (denied.kind === '*' || kind === denied.kind || isPattern(kind))
  );
}

/** Further ways out of the project. */
const widerFields = ['sourceNamespaces', 'destinationServiceAccounts'];

function widerProblems(spec: JsonRecord): Problem[] {
  const fields = widerFields.filter(field => asList(spec[field]).length > 0);
  const tokens = valuesAt(spec, 'roles.*.jwtTokens.*');
  return [
    ...fields.map(field => pointer('spec', field)),
    ...tokens.map(({ path }) => `/spec${path}`),
  ].map(path => ({
    path,
    message: `${path} reaches further than the tenant's namespaces.`,
    help: 'Leave it out.',
  }));
}
