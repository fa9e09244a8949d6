import { TenantEnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import {
  isDescriptorPath,
  parseRegistry,
  Registered,
  Registry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';

/**
 * Reads the descriptors among rendered files as the registry will read them after the merge.
 *
 * @throws Error when the registry would refuse one.
 */
export function readRenderedDescriptors(
  files: readonly RepositoryFile[],
  registry: Registry,
): TenantEnvironmentDescriptor[] {
  const after = parseRegistry([
    ...[
      registry.platform,
      ...registry.clusters.values(),
      ...registry.environments.values(),
    ].map(asFile),
    ...files.filter(({ path }) => isDescriptorPath(path)),
  ]);
  if (after.findings.length > 0) {
    const problems = after.findings.map(
      ({ file, message }) => `${file}: ${message}`,
    );
    throw new Error(
      `The template writes descriptors that the registry refuses. ${problems.join(
        ' ',
      )}`,
    );
  }
  return [...after.tenantEnvironments.values()].map(
    ({ descriptor }) => descriptor,
  );
}

function asFile({ descriptor, file }: Registered<object>): RepositoryFile {
  return { path: file, content: JSON.stringify(descriptor) };
}
