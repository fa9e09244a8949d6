import { InputError } from '@backstage/errors';
import { checkChange } from '@tenantry/guardrails';
import { FileChange, Finding } from '@tenantry/plugin-tenants-common';
import { TenantFilesReader, tenantOfPath } from '@tenantry/plugin-tenants-node';

/**
 * A file as it is to be.
 *
 * @public
 */
export interface WantedFile {
  /** Relative to the repository's root, with forward slashes. */
  path: string;
  /** Absent for a file that is not to be there. */
  content?: string;
  mode?: FileChange['mode'];
}

/**
 * What some files would change in the repository.
 *
 * @public
 */
export interface CheckedFiles {
  /** Sorted by path, without the files that the repository has as they are wanted. */
  files: FileChange[];
  /** Every guardrail that the change breaks. */
  findings: Finding[];
}

/** A change of a form is one of one tenant; there is no reason for more than a few. */
const maximumTenants = 50;

/**
 * Compares files with the repository as it is now, and checks the change that they make.
 *
 * @throws InputError when they belong to more than 50 tenants.
 * @throws ConflictError when the files of a tenant cannot be read as a whole.
 * @throws Error of the URL reader when the forge does not answer.
 * @public
 */
export async function checkFiles(options: {
  files: readonly WantedFile[];
  reader: TenantFilesReader;
  signal?: AbortSignal;
}): Promise<CheckedFiles> {
  const { reader, signal } = options;
  const { registry, files: existingFiles } = await reader.readTenantFiles(
    tenantsOf(options.files),
    { signal },
  );
  const contents = new Map(
    existingFiles.map(({ path, content }) => [path, content]),
  );
  const files = options.files
    .flatMap(file => changeOf(file, contents.get(file.path)))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  return { files, findings: checkChange({ registry, existingFiles, files }) };
}

function tenantsOf(files: readonly WantedFile[]): string[] {
  const tenants = new Set(
    files.flatMap(({ path }) => tenantOfPath(path) ?? []),
  );
  if (tenants.size > maximumTenants) {
    throw new InputError(
      `The change touches ${tenants.size} tenants; it may touch at most ${maximumTenants}.`,
    );
  }
  return [...tenants];
}

function changeOf(
  { path, content, mode }: WantedFile,
  previousContent: string | undefined,
): FileChange[] {
  const previous = previousContent !== undefined && { previousContent };
  if (content === undefined) {
    // What is no tenant's was not read, and must not pass for gone.
    const isGone = !previous && tenantOfPath(path) !== undefined;
    return isGone ? [] : [{ path, operation: 'delete', ...previous }];
  }
  if (content === previousContent && mode !== '100755') {
    return [];
  }
  const operation = previous ? 'update' : 'create';
  return [{ path, operation, content, ...previous, ...(mode && { mode }) }];
}
