import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';

/**
 * Writes a file that only its owner may read, and replaces an existing one in one step, so that
 * nobody reads half of it.
 */
export async function writePrivateFile(
  path: string,
  content: string,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    await fs.writeFile(temporary, content, { mode: 0o600, flag: 'wx' });
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}
