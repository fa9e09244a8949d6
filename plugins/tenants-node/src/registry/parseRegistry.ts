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
import { pace } from '../pace';
import { parseDescriptor } from './parseDescriptor';
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
  return assemble(files.flatMap(parseFile));
}

/**
 * As `parseRegistry`, in many short pieces of work between which everything else gets its turn.
 *
 * @throws InputError as `parseRegistry`.
 */
export async function parseRegistryInPieces(
  files: readonly RepositoryFile[],
): Promise<Registry> {
  const parsed: ParsedFile[] = [];
  for (const file of files) {
    parsed.push(...parseFile(file));
    await pace();
  }
  return assemble(parsed);
}

interface ParsedFile {
  file: string;
  /** The descriptor, or what is wrong with it. */
  result: AnyDescriptor | Finding[];
}

/** Nothing for a file that is no descriptor. */
function parseFile(file: RepositoryFile): ParsedFile[] {
  return descriptorPaths.flatMap(({ kind, pattern }) => {
    const match = pattern.exec(file.path);
    return match
      ? [
          {
            file: file.path,
            result: parseDescriptor(kind, file, match.slice(1)),
          },
        ]
      : [];
  });
}

function assemble(files: readonly ParsedFile[]): Registry {
  const findings = files.flatMap(({ result }) =>
    Array.isArray(result) ? result : [],
  );
  const all = <D extends AnyDescriptor>(kind: D['kind']) =>
    files.flatMap(({ file, result }) =>
      Array.isArray(result) || result.kind !== kind
        ? []
        : // Its schema has said so.
          [{ descriptor: result as D, file }],
    );

  const platform = all<PlatformDescriptor>('Platform')[0];
  if (!platform) {
    const cause = findings.map(finding => finding.message).join(' ');
    throw new InputError(
      `The GitOps repository has no valid platform.yaml. ${cause}`.trim(),
    );
  }
  const clusters = byName(all<ClusterDescriptor>('Cluster'), findings);
  const environments = byName(
    all<EnvironmentDescriptor>('Environment').sort(
      (left, right) =>
        left.descriptor.spec.order - right.descriptor.spec.order ||
        left.file.localeCompare(right.file),
    ),
    findings,
  );
  const tenants = byName(all<TenantDescriptor>('Tenant'), findings);
  const tenantEnvironments = byName(
    all<TenantEnvironmentDescriptor>('TenantEnvironment'),
    findings,
  );
  const registry = { platform, clusters, environments, tenants, findings };
  return {
    ...registry,
    tenantEnvironments: withoutDangling(tenantEnvironments, registry),
  };
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
