import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../kubernetes/writePrivateFile';

/** The secrets of one platform; made at its first start and kept, for its owner alone to read. */
export interface Credentials {
  /** Token of the user `operator` at the forge. */
  forgeOperator: string;
  /** Token of the portal at the forge. */
  forgePortal: string;
  /** Key by which the forge signs what it tells the portal. */
  forgeWebhook: string;
  /** Bearer token of somebody who may do everything in the clusters. */
  clusterAdmin: string;
  /** Bearer token of the portal at the clusters: reads, and patches Applications on the hub. */
  clusterReader: string;
  /** Secret of the portal at the identity provider. */
  oidcClient: string;
  /** Bearer token of the control API. */
  control: string;
}

const names: readonly (keyof Credentials)[] = [
  'forgeOperator',
  'forgePortal',
  'forgeWebhook',
  'clusterAdmin',
  'clusterReader',
  'oidcClient',
  'control',
];

/** Reads the credentials of the platform in a directory, making those that are missing. */
export async function ensureCredentials(
  directory: string,
): Promise<Credentials> {
  const existing = await readCredentials(directory);
  const credentials = Object.fromEntries(
    names.map(name => [
      name,
      existing[name] ?? randomBytes(32).toString('base64url'),
    ]),
  ) as unknown as Credentials;
  await fs.mkdir(directory, { recursive: true, mode: 0o700 });
  await writePrivateFile(
    credentialsPath(directory),
    `${JSON.stringify(credentials, null, 2)}\n`,
  );
  return credentials;
}

/** The credentials that a directory holds; none when there was no platform yet. */
export async function readCredentials(
  directory: string,
): Promise<Partial<Credentials>> {
  try {
    return JSON.parse(await fs.readFile(credentialsPath(directory), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return {};
    }
    throw error;
  }
}

function credentialsPath(directory: string): string {
  return join(directory, 'credentials.json');
}
