import { posix } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import { assertRepositoryPath } from '../git/names';
import { TreeEntry } from '../git/trees';
import { TreeEdit } from '../git/writeTree';

const { dirname } = posix;

/** What to do with one file. */
export interface FileOperation {
  operation: 'create' | 'update' | 'delete';
  path: string;
  /** Not for a deletion. */
  content?: Buffer;
  /** Blob that the file is now, for an update or a deletion. */
  sha?: string;
}

/**
 * Turns operations into edits of the tree that `entries` make up.
 *
 * @throws InputError when an operation does not apply; NotFoundError when a file to change is not
 * there.
 */
export function planEdits(
  entries: TreeEntry[],
  operations: FileOperation[],
): TreeEdit[] {
  const files = new Map(entries.map(entry => [entry.path, entry]));
  assertDistinct(operations.map(operation => operation.path));
  const edits = operations.map(operation => {
    const { path, content } = operation;
    assertRepositoryPath(path);
    const current = files.get(path);
    assertApplies(operation, current);
    return { path, content, mode: current?.mode ?? '100644' };
  });
  assertNoFileIsFolder(files.keys(), edits);
  return edits;
}

function assertDistinct(paths: string[]): void {
  const repeated = paths.find((path, index) => paths.indexOf(path) < index);
  if (repeated !== undefined) {
    throw new InputError(`path is named twice [path: ${repeated}]`);
  }
}

function assertNoFileIsFolder(
  present: Iterable<string>,
  edits: TreeEdit[],
): void {
  const files = new Set(present);
  for (const { path, content } of edits) {
    if (content) files.add(path);
    else files.delete(path);
  }
  for (const file of files) {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      if (files.has(folder)) {
        throw new InputError(
          `path would be a file and a folder at once [path: ${folder}]`,
        );
      }
    }
  }
}

function assertApplies(
  { operation, path, sha, content }: FileOperation,
  current: TreeEntry | undefined,
): void {
  if (operation === 'create' && current) {
    throw new InputError(`repository file already exists [path: ${path}]`);
  }
  if ((operation === 'delete') !== (content === undefined)) {
    throw new InputError(`content does not fit the operation [path: ${path}]`);
  }
  if (operation === 'create') return;
  if (!current) {
    throw new NotFoundError(`repository file does not exist [path: ${path}]`);
  }
  if (!sha) {
    throw new InputError(
      `a SHA must be provided to ${operation} a file [path: ${path}]`,
    );
  }
  if (sha !== current.id) {
    throw new InputError(
      `sha does not match [given: ${sha}, expected: ${current.id}]`,
    );
  }
}
