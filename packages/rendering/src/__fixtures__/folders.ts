import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Path within the folder and content. */
export interface FolderFile {
  path: string;
  content?: string;
}

/** Reads all files of a folder, sorted by path. */
export async function readFolder(folder: string): Promise<FolderFile[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort((left, right) => (left < right ? -1 : 1));
  return Promise.all(
    paths.map(async path => ({
      path,
      content: await readFile(join(folder, path), 'utf8'),
    })),
  );
}

/** Makes a folder hold these files and no others. */
export async function writeFolder(
  folder: string,
  files: readonly FolderFile[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, content = '' } of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
