import { isUtf8 } from 'node:buffer';
import { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { WantedFile } from '@tenantry/changes';

const maximumFiles = 500;
const maximumFileBytes = 1024 * 1024;
const tenantFolders = ['clients/', 'hub/'];

/**
 * Reads the files that a change consists of: all of the workspace.
 *
 * @throws InputError when there are too many, one is outside of `clients/` and `hub/`, is a symbolic
 *   link or no text, or is larger than 1 MiB.
 */
export async function readWorkspace(
  workspacePath: string,
): Promise<WantedFile[]> {
  const entries = await readdir(workspacePath, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries.filter(entry => !entry.isDirectory());
  const paths = files
    .map(entry => pathOf(entry, workspacePath))
    .sort((left, right) => (left < right ? -1 : 1));
  assertPlaces(paths);
  assertFiles(files, workspacePath);
  return Promise.all(paths.map(path => readText(workspacePath, path)));
}

function pathOf(entry: Dirent, workspacePath: string): string {
  return relative(workspacePath, join(entry.parentPath, entry.name))
    .split(sep)
    .join('/');
}

function assertPlaces(paths: readonly string[]): void {
  if (paths.length > maximumFiles) {
    throw new InputError(
      `The workspace holds ${paths.length} files; a change has at most ${maximumFiles}.`,
    );
  }
  const stray = paths.find(
    path => !tenantFolders.some(folder => path.startsWith(folder)),
  );
  if (stray) {
    throw new InputError(
      `The workspace holds ${stray}; a change of a tenant writes to clients/ and hub/ only.`,
    );
  }
}

function assertFiles(entries: readonly Dirent[], workspacePath: string): void {
  const odd = entries.find(entry => !entry.isFile());
  if (odd) {
    throw new InputError(
      `${pathOf(
        odd,
        workspacePath,
      )} in the workspace is a symbolic link or no file; a change has files only.`,
    );
  }
}

async function readText(
  workspacePath: string,
  path: string,
): Promise<WantedFile> {
  const file = join(workspacePath, path);
  const { size, mode } = await stat(file);
  if (size > maximumFileBytes) {
    throw new InputError(
      `${path} in the workspace has ${size} bytes; a file of a change has at most ${maximumFileBytes}.`,
    );
  }
  const content = await readFile(file);
  if (!isUtf8(content)) {
    throw new InputError(`${path} in the workspace is no text in UTF-8.`);
  }
  const isExecutable = (mode & 0o100) !== 0;
  return {
    path,
    content: content.toString('utf8'),
    ...(isExecutable && { mode: '100755' }),
  };
}
