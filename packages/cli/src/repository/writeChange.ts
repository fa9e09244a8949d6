import { InputError } from '@backstage/errors';
import { FileChange } from '@tenantry/plugin-tenants-common';
import { chmod, lstat, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/**
 * Writes a change into a directory.
 *
 * @throws InputError when a file would end up outside of the directory, through a link in it.
 */
export async function writeChange(
  directory: string,
  files: readonly FileChange[],
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const root = await realpath(directory);
  for (const file of files) {
    await writeOne(root, file);
  }
}

async function writeOne(
  root: string,
  { path, operation, content = '', mode }: FileChange,
): Promise<void> {
  const target = join(root, path);
  await assertInside(root, target);
  if (operation === 'delete') {
    await rm(target, { force: true });
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
  if (mode === '100755') {
    await chmod(target, 0o755);
  }
}

/** No part of the way may be a link. */
async function assertInside(root: string, target: string): Promise<void> {
  const names = relative(root, target).split(sep);
  if (names[0] === '..' || names[0] === '') {
    throw new InputError(`${target} is outside of ${root}.`);
  }
  let place = root;
  for (const name of names) {
    place = join(place, name);
    const status = await lstat(place).catch(() => undefined);
    if (status?.isSymbolicLink()) {
      throw new InputError(`${place} is a symbolic link.`);
    }
  }
}
