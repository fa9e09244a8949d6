import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { FileChange } from '@tenantry/plugin-tenants-common';
import { RepositoryFileInfo } from './readFileInfos';

/** What has to be done to one file. */
export type FileOperation = {
  path: string;
  /** The file that is there now; absent for one that is created. */
  current?: RepositoryFileInfo;
} & (
  | {
      operation: 'create' | 'update';
      content: string;
      mode: '100644' | '100755';
    }
  | { operation: 'delete' }
);

/**
 * Says what has to be done for the files to be as proposed; nothing for those that are.
 *
 * @param infos - what the repository holds now, by path
 * @throws ConflictError that names every file that is not what the change was made from.
 */
export function planOperations(
  files: readonly FileChange[],
  infos: ReadonlyMap<string, RepositoryFileInfo>,
): FileOperation[] {
  const pending = files.filter(file => !isDone(file, infos.get(file.path)));
  const conflicts = pending.flatMap(file => {
    const conflict = explainConflict(file, infos.get(file.path));
    return conflict ? [`${file.path} ${conflict}`] : [];
  });
  if (conflicts.length > 0) {
    throw new ConflictError(
      `The repository changed since this change was made: ${conflicts.join(
        ', ',
      )}. Run the form again to make it from the present files.`,
    );
  }
  return pending.map(file => toOperation(file, infos.get(file.path)));
}

/** Turns files into operations without a look at what they were made from. */
export function toOperation(
  { path, content, mode = '100644' }: FileChange,
  current: RepositoryFileInfo | undefined,
): FileOperation {
  if (content === undefined) {
    return { path, operation: 'delete', current };
  }
  const operation = current ? 'update' : 'create';
  return { path, operation, content, mode, current };
}

/** Whether the repository holds a file as proposed. */
export function isDone(
  { content, mode = '100644' }: FileChange,
  current: RepositoryFileInfo | undefined,
): boolean {
  if (content === undefined || !current) {
    return content === undefined && !current;
  }
  // Where the forge does not tell the mode, only an executable file needs to be written again.
  const hasMode = (current.mode ?? '100644') === mode;
  return current.blob === blobOf(content) && hasMode;
}

function explainConflict(
  { operation, previousContent }: FileChange,
  current: RepositoryFileInfo | undefined,
): string | undefined {
  if (!current) {
    return operation === 'create' ? undefined : 'is gone';
  }
  if (operation === 'create') {
    return 'is there already';
  }
  return previousContent !== undefined &&
    current.blob !== blobOf(previousContent)
    ? 'has other content'
    : undefined;
}

/** Git's own id for a file's content. */
export function blobOf(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
