import { readFile } from 'node:fs/promises';

/**
 * Reads a token from a file, as Kubernetes mounts and rotates them.
 *
 * @throws Error that names the file, when it cannot be read or is empty.
 */
export async function readTokenFile(path: string): Promise<string> {
  const token = await readFile(path, 'utf8').then(
    text => text.trim(),
    () => '',
  );
  if (!token) {
    throw new Error(`the token file ${path} cannot be read or is empty`);
  }
  return token;
}
