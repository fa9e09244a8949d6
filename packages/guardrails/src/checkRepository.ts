import { Finding } from '@tenantry/plugin-tenants-common';
import { parseRegistry, Registry } from '@tenantry/plugin-tenants-node';
import { inspect } from './inspection/inspect';
import { GitFile } from './inspection/Inspection';
import { tenantPath } from './inspection/tenantPaths';
import { report } from './report';
import { contentRules } from './rules';
import { isReadable, pathFindings } from './rules/paths';

/**
 * Checks a whole GitOps repository.
 *
 * @param files - all files; what is neither a descriptor nor a file of a tenant is left alone
 * @param before - the registry as it was, for what may never change and never go at once
 * @returns every finding at once, as `checkChange` gives them.
 * @public
 */
export function checkRepository(
  files: readonly GitFile[],
  options: { before?: Registry } = {},
): Finding[] {
  const readable = files.filter(isReadable);
  let after: Registry;
  try {
    after = parseRegistry(readable);
  } catch (error) {
    return report([platformFinding(error)]);
  }
  const ofTenants = files.filter(({ path }) => isOfTenant(path, after));
  const inspection = inspect({
    ...options,
    after,
    tenants: new Set([
      ...tenantsOf(ofTenants),
      ...(options.before?.tenants.keys() ?? []),
    ]),
    files: ofTenants.filter(isReadable),
  });
  return report([
    ...pathFindings({ ...inspection, files: ofTenants }),
    ...inspection.findings,
    ...contentRules.flatMap(rule => rule(inspection)),
  ]);
}

/** Other files of the hub are the platform's own. */
function isOfTenant(path: string, { tenants }: Registry): boolean {
  const place = tenantPath(path);
  return place?.area === 'client' || tenants.has(place?.tenant ?? '');
}

function tenantsOf(files: readonly GitFile[]): Set<string> {
  return new Set(files.flatMap(({ path }) => tenantPath(path)?.tenant ?? []));
}

function platformFinding(error: unknown): Finding {
  return {
    rule: 'platform',
    file: 'platform.yaml',
    message: error instanceof Error ? error.message : String(error),
    help: 'Check the root of a GitOps repository, and correct its platform.yaml.',
  };
}
