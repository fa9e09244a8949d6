import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { FileChange } from '@tenantry/plugin-tenants-common';

/**
 * Writes what a change writes into the workspace.
 *
 * @returns the paths of the files that it deletes
 */
export async function writeWorkspace(
  workspacePath: string,
  files: readonly FileChange[],
): Promise<string[]> {
  const deletions: string[] = [];
  for (const { path, content } of files) {
    if (content === undefined) {
      deletions.push(path);
    } else {
      const target = resolveSafeChildPath(workspacePath, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
  return deletions;
}
