import { FileChange, Finding } from '@tenantry/plugin-tenants-common';
import { Registry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { inspect } from './inspection/inspect';
import { registryAfter } from './inspection/registryAfter';
import { tenantPath } from './inspection/tenantPaths';
import { report } from './report';
import { contentRules } from './rules';
import { isReadable, pathFindings } from './rules/paths';

/**
 * What to check.
 *
 * @public
 */
export interface CheckChangeRequest {
  /** As it is before the change. */
  registry: Registry;
  /**
   * All files that the repository has of the tenants that the change touches: those below
   * `clients/<client>/`, and those named `<client>.yaml` below `hub/`.
   */
  existingFiles: readonly RepositoryFile[];
  /** What the change does. */
  files: readonly FileChange[];
}

/**
 * Checks the repository as it will be after a change of tenants, before anything is proposed.
 * Pure: nothing is read but schemas of this package's dependencies.
 *
 * @returns every finding at once (but no more than 200), each with its rule and how to mend it and,
 *   where it is about a file, with the file and a JSON pointer into it; in the same order for the
 *   same request.
 * @public
 */
export function checkChange({
  registry,
  existingFiles,
  files: changes,
}: CheckChangeRequest): Finding[] {
  const tenants = new Set(
    changes.flatMap(({ path }) => tenantPath(path)?.tenant ?? []),
  );
  const files = filesAfter(existingFiles, changes.filter(isReadable));
  const inspection = inspect({
    before: registry,
    after: registryAfter(registry, tenants, files),
    tenants,
    files,
    changes,
  });
  return report([
    ...pathFindings(inspection),
    ...inspection.findings,
    ...contentRules.flatMap(rule => rule(inspection)),
  ]);
}

function filesAfter(
  existing: readonly RepositoryFile[],
  changes: readonly FileChange[],
): RepositoryFile[] {
  const files = new Map(existing.map(file => [file.path, file]));
  for (const { path, operation, content } of changes) {
    if (operation === 'delete') {
      files.delete(path);
    } else if (content !== undefined) {
      files.set(path, { path, content });
    }
  }
  return [...files.values()];
}
