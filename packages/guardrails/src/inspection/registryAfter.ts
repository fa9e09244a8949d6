import {
  isDescriptorPath,
  parseRegistry,
  Registered,
  Registry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import { tenantPath } from './tenantPaths';

/**
 * The registry as it is after a change of some tenants: theirs is read from their files, all else
 * is as before. Its findings are those about these tenants.
 */
export function registryAfter(
  before: Registry,
  tenants: ReadonlySet<string>,
  files: readonly RepositoryFile[],
): Registry {
  const changed = parseRegistry([
    ...[
      before.platform,
      ...before.clusters.values(),
      ...before.environments.values(),
    ].map(asFile),
    ...files.filter(({ path }) => isDescriptorPath(path)),
  ]);
  return {
    ...before,
    tenants: replaced(before.tenants, changed.tenants, tenants),
    tenantEnvironments: replaced(
      before.tenantEnvironments,
      changed.tenantEnvironments,
      tenants,
    ),
    findings: changed.findings.filter(({ file = '' }) =>
      tenants.has(tenantPath(file)?.tenant ?? ''),
    ),
  };
}

function asFile({ descriptor, file }: Registered<object>): RepositoryFile {
  return { path: file, content: JSON.stringify(descriptor) };
}

function replaced<D>(
  before: ReadonlyMap<string, Registered<D>>,
  changed: ReadonlyMap<string, Registered<D>>,
  tenants: ReadonlySet<string>,
): Map<string, Registered<D>> {
  const untouched = [...before].filter(
    ([, { file }]) => !tenants.has(tenantPath(file)?.tenant ?? ''),
  );
  return new Map([...untouched, ...changed]);
}
