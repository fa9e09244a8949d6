import { InputError } from '@backstage/errors';
import { GitFile } from '@tenantry/guardrails';
import { Dirent, Stats } from 'node:fs';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfRegistry } from './isOfRegistry';

/** More than any platform has; a bound for a directory that is no GitOps repository. */
const maximumFiles = 200_000;
/** One byte more than the guardrails accept of a file. */
const readBytes = 1024 * 1024 + 1;

/**
 * Reads the files of a GitOps repository from its directory, as Git would commit them: links are
 * not followed, and Git's own data at the root is left out. Of a large file only the beginning is
 * read.
 *
 * @throws InputError when the directory cannot be read, or holds too many files.
 */
export async function readRepository(directory: string): Promise<GitFile[]> {
  const paths = await listFiles(directory);
  const files: GitFile[] = [];
  for (const path of paths.filter(isOfRegistry)) {
    files.push(await readGitFile(directory, path));
  }
  return files;
}

async function listFiles(directory: string): Promise<string[]> {
  const paths: string[] = [];
  const folders = [''];
  while (folders.length > 0) {
    const folder = folders.pop()!;
    for (const entry of await entriesOf(join(directory, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory() && entry.name !== '.git') {
        folders.push(path);
      } else if (path !== '.git') {
        paths.push(path);
      }
    }
    if (paths.length > maximumFiles) {
      throw new InputError(
        `${directory} holds more than ${maximumFiles} files.`,
      );
    }
  }
  return paths.sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new InputError(`${folder} cannot be read`, error);
  }
}

async function readGitFile(directory: string, path: string): Promise<GitFile> {
  const file = join(directory, path);
  const status = await lstat(file);
  if (status.isSymbolicLink()) {
    return { path, mode: '120000', content: await readlink(file) };
  }
  if (!status.isFile()) {
    // A repository inside of this one, which Git would keep as a reference to a commit.
    return { path, mode: '160000', content: '' };
  }
  return {
    path,
    mode: isExecutable(status) ? '100755' : '100644',
    content: await readBeginning(file, status.size),
  };
}

function isExecutable({ mode }: Stats): boolean {
  // eslint-disable-next-line no-bitwise -- the owner's bit, as Git reads it
  return (mode & 0o100) !== 0;
}

async function readBeginning(path: string, size: number): Promise<string> {
  const length = Math.min(size, readBytes);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(length),
      length,
    });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
