import { InputError } from '@backstage/errors';
import {
  AnyDescriptor,
  ClusterDescriptor,
  EnvironmentDescriptor,
  Finding,
  PlatformDescriptor,
  TenantDescriptor,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { parseDocument } from 'yaml';
import { validateDescriptor } from './descriptorSchemas';
import { Registered, Registry } from './Registry';

/**
 * A file of the GitOps repository.
 *
 * @public
 */
export interface RepositoryFile {
  /** Relative to the repository's root, with forward slashes. */
  path: string;
  content: string;
}

const descriptorPaths: { kind: AnyDescriptor['kind']; pattern: RegExp }[] = [
  { kind: 'Platform', pattern: /^platform\.yaml$/ },
  { kind: 'Cluster', pattern: /^clusters\/([^/]+)\.yaml$/ },
  { kind: 'Environment', pattern: /^environments\/([^/]+)\.yaml$/ },
  { kind: 'Tenant', pattern: /^clients\/([^/]+)\/client\.yaml$/ },
  {
    kind: 'TenantEnvironment',
    pattern: /^clients\/([^/]+)\/([^/]+)\/tenant\.yaml$/,
  },
];

/**
 * Whether a file of the repository is a descriptor, by its path alone.
 *
 * @public
 */
export function isDescriptorPath(path: string): boolean {
  return descriptorPaths.some(({ pattern }) => pattern.test(path));
}

/**
 * Parses the descriptors among the repository's files.
 *
 * A descriptor that breaks a rule is left out and reported as a finding, so that one bad file
 * costs one tenant and not the platform.
 *
 * @throws InputError when `platform.yaml` is absent or invalid: without it nothing can be bound.
 * @public
 */
export function parseRegistry(files: readonly RepositoryFile[]): Registry {
  const findings: Finding[] = [];
  const read = <D extends AnyDescriptor>(kind: D['kind']) =>
    readKind<D>(kind, files, findings);

  const platform = read<PlatformDescriptor>('Platform')[0];
  if (!platform) {
    const cause = findings.map(finding => finding.message).join(' ');
    throw new InputError(
      `The GitOps repository has no valid platform.yaml. ${cause}`.trim(),
    );
  }
  const clusters = byName(read<ClusterDescriptor>('Cluster'), findings);
  const environments = byName(
    read<EnvironmentDescriptor>('Environment').sort(
      (left, right) =>
        left.descriptor.spec.order - right.descriptor.spec.order ||
        left.file.localeCompare(right.file),
    ),
    findings,
  );
  const tenants = byName(read<TenantDescriptor>('Tenant'), findings);
  const tenantEnvironments = byName(
    read<TenantEnvironmentDescriptor>('TenantEnvironment'),
    findings,
  );
  const registry = { platform, clusters, environments, tenants, findings };
  return {
    ...registry,
    tenantEnvironments: withoutDangling(tenantEnvironments, registry),
  };
}

function readKind<D extends AnyDescriptor>(
  kind: D['kind'],
  files: readonly RepositoryFile[],
  findings: Finding[],
): Registered<D>[] {
  const { pattern } = descriptorPaths.find(entry => entry.kind === kind)!;
  return files.flatMap(file => {
    const match = pattern.exec(file.path);
    if (!match) {
      return [];
    }
    const problems = problemsOf<D>(kind, file, match.slice(1));
    if (Array.isArray(problems)) {
      findings.push(...problems);
      return [];
    }
    return [{ descriptor: problems, file: file.path }];
  });
}

function problemsOf<D extends AnyDescriptor>(
  kind: D['kind'],
  file: RepositoryFile,
  names: string[],
): D | Finding[] {
  // Merge keys and anchors have no use in a descriptor; a bound keeps alias bombs out.
  const document = parseDocument(file.content, { prettyErrors: true });
  if (document.errors.length > 0) {
    return document.errors.map(error => ({
      rule: 'yaml',
      file: file.path,
      message: error.message,
    }));
  }
  let descriptor: D;
  try {
    descriptor = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    return [
      {
        rule: 'yaml',
        file: file.path,
        message: error instanceof Error ? error.message : String(error),
      },
    ];
  }
  const findings = validateDescriptor(kind, descriptor, file.path);
  if (findings.length > 0) {
    return findings;
  }
  return pathFindings(descriptor, file.path, names) ?? descriptor;
}

/** A descriptor's place has to say the same as its content. */
function pathFindings(
  descriptor: AnyDescriptor,
  file: string,
  names: string[],
): Finding[] | undefined {
  const expected = names.join('-');
  const { name } = descriptor.metadata;
  if (descriptor.kind !== 'Platform' && name !== expected) {
    return [
      {
        rule: 'path-matches-name',
        file,
        path: '/metadata/name',
        message: `/metadata/name is "${name}", but the file's place says "${expected}".`,
      },
    ];
  }
  if (descriptor.kind !== 'TenantEnvironment') {
    return undefined;
  }
  const [tenant, environment] = names;
  const findings: Finding[] = [];
  for (const [field, value] of Object.entries({ tenant, environment })) {
    const actual = descriptor.spec[field as 'tenant' | 'environment'];
    if (actual !== value) {
      findings.push({
        rule: 'path-matches-name',
        file,
        path: `/spec/${field}`,
        message: `/spec/${field} is "${actual}", but the file's place says "${value}".`,
      });
    }
  }
  return findings.length > 0 ? findings : undefined;
}

function byName<D extends AnyDescriptor>(
  descriptors: Registered<D>[],
  findings: Finding[],
): Map<string, Registered<D>> {
  const result = new Map<string, Registered<D>>();
  for (const registered of descriptors) {
    const { name } = registered.descriptor.metadata;
    const first = result.get(name);
    if (first) {
      findings.push({
        rule: 'unique-name',
        file: registered.file,
        path: '/metadata/name',
        message: `"${name}" is already taken by ${first.file}.`,
      });
    } else {
      result.set(name, registered);
    }
  }
  return result;
}

function withoutDangling(
  tenantEnvironments: Map<string, Registered<TenantEnvironmentDescriptor>>,
  registry: Omit<Registry, 'tenantEnvironments' | 'findings'> & {
    findings: Finding[];
  },
): Registry['tenantEnvironments'] {
  const result = new Map(tenantEnvironments);
  const namespaces = new Map<string, string>();
  for (const [name, { descriptor, file }] of tenantEnvironments) {
    const { tenant, environment, cluster, namespace } = descriptor.spec;
    const place = `${cluster}/${namespace}`;
    const problem =
      dangling('tenant', tenant, registry.tenants) ??
      dangling('environment', environment, registry.environments) ??
      dangling('cluster', cluster, registry.clusters) ??
      taken(place, namespaces.get(place));
    if (problem) {
      registry.findings.push({ ...problem, file });
      result.delete(name);
    } else {
      namespaces.set(place, file);
    }
  }
  return result;
}

function dangling(
  field: string,
  value: string,
  known: ReadonlyMap<string, unknown>,
): Finding | undefined {
  return known.has(value)
    ? undefined
    : {
        rule: 'known-reference',
        path: `/spec/${field}`,
        message: `/spec/${field} names "${value}", which the registry does not have.`,
      };
}

function taken(place: string, by: string | undefined): Finding | undefined {
  return by
    ? {
        rule: 'unique-namespace',
        path: '/spec/namespace',
        message: `The namespace ${place} already belongs to ${by}.`,
      }
    : undefined;
}
