import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './PortalProcess';

/**
 * Copies the shipped templates, and opens one of them to clients.
 *
 * @returns the directory
 */
export async function copyTemplates(directory: string): Promise<string> {
  await cp(join(repositoryRoot, 'templates'), directory, { recursive: true });
  const file = join(directory, 'change-allow-list/template.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(
      '  annotations:\n',
      '  annotations:\n    tenantry.dev/audience: client\n',
    ),
  );
  return directory;
}
