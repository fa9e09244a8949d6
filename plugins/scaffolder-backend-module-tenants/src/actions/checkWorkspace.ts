import { InputError } from '@backstage/errors';
import { CheckedFiles, checkFiles } from '@tenantry/changes';
import { TenantFilesReader } from '@tenantry/plugin-tenants-node';
import { readWorkspace } from './readWorkspace';

/** The part of a task that its change is in. */
export interface TaskWithChange {
  workspacePath: string;
  input: { deletions?: string[] };
  signal?: AbortSignal;
}

/**
 * Compares the files of the workspace and the deletions with the repository, and checks the change.
 *
 * @throws InputError when there are neither, or the workspace holds what a change cannot have.
 */
export async function checkWorkspace(
  { workspacePath, input, signal }: TaskWithChange,
  reader: TenantFilesReader,
): Promise<CheckedFiles> {
  const deletions = input.deletions ?? [];
  const files = [
    ...(await readWorkspace(workspacePath)),
    ...deletions.map(path => ({ path })),
  ];
  if (files.length === 0) {
    throw new InputError(
      'The workspace holds no files and there are no deletions; there is nothing to propose.',
    );
  }
  return checkFiles({ files, reader, signal });
}
