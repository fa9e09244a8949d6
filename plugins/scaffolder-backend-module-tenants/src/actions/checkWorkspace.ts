import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CheckedFiles, checkFiles } from '@tenantry/changes';
import { assertMayWrite } from './assertMayWrite';
import { readWorkspace } from './readWorkspace';
import { TenantActionOptions } from './TenantActionOptions';

/** The part of a task that its change is in. */
export interface TaskWithChange {
  workspacePath: string;
  input: { deletions?: string[] };
  signal?: AbortSignal;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}

/**
 * Compares the files of the workspace and the deletions with the repository, and checks the change,
 * for who may propose it.
 *
 * @throws NotFoundError when one belongs to a tenant that is not the caller's to change.
 * @throws InputError when there are neither, or the workspace holds what a change cannot have.
 */
export async function checkWorkspace(
  task: TaskWithChange,
  { reader, permissions }: Pick<TenantActionOptions, 'reader' | 'permissions'>,
): Promise<CheckedFiles> {
  const { workspacePath, input, signal } = task;
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
  const credentials = await task.getInitiatorCredentials();
  await assertMayWrite({
    paths: files.map(({ path }) => path),
    asking: { permissions, credentials },
    reader,
    signal,
  });
  return checkFiles({ files, reader, signal });
}
