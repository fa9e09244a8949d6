import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { ProposedFile } from '../forge';

const maximumFiles = 500;
const tenantFolders = ['clients/', 'hub/'];

/**
 * Reads the files that a change consists of: all of the workspace. Links are not followed.
 *
 * @throws InputError when there is none, too many, or one outside of `clients/` and `hub/`.
 */
export async function readWorkspace(
  workspacePath: string,
): Promise<ProposedFile[]> {
  const entries = await readdir(workspacePath, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(workspacePath, join(entry.parentPath, entry.name)))
    .map(path => path.split(sep).join('/'))
    .sort();
  assertPaths(paths);
  return Promise.all(
    paths.map(async path => ({
      path,
      content: await readFile(join(workspacePath, path), 'utf8'),
    })),
  );
}

function assertPaths(paths: readonly string[]): void {
  if (paths.length === 0 || paths.length > maximumFiles) {
    throw new InputError(
      `The workspace holds ${paths.length} files; a change has 1 to ${maximumFiles}.`,
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
