import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';

const maximumFiles = 500;

/**
 * Reads the files of a template's folder, for {@link loadTemplate}. Links are not followed.
 *
 * @throws Error when the folder cannot be read, or holds more than 500 files.
 * @public
 */
export async function readTemplateDirectory(
  directory: string,
): Promise<RepositoryFile[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => isTemplatePath(repositoryPath(directory, path)))
    .sort();
  if (paths.length > maximumFiles) {
    throw new Error(`${directory} holds more than ${maximumFiles} files.`);
  }
  return Promise.all(
    paths.map(async path => ({
      path: repositoryPath(directory, path),
      content: await readFile(path, 'utf8'),
    })),
  );
}

/**
 * Whether a file of a template's folder belongs to the template, by its path within the folder.
 *
 * @public
 */
export function isTemplatePath(path: string): boolean {
  return (
    path === 'template.yaml' ||
    path === 'pull-request.md' ||
    path.startsWith('skeleton/')
  );
}

function repositoryPath(directory: string, path: string): string {
  return relative(directory, path).split(sep).join('/');
}
