import {
  createPrivateKey,
  generateKeyPair,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';
import { writePrivateFile } from '../../kubernetes/writePrivateFile';

/** Secrets of the provider that outlive a restart. */
export interface ProviderKeys {
  /** RSA key that signs tokens. */
  signingKey: JWK;
  /** Key that signs cookies. */
  cookieKey: string;
}

/**
 * Reads the keys from the directory, or makes them and writes them to a file that only its owner
 * may read.
 *
 * @throws Error when the file is there but cannot be read as keys.
 */
export async function loadKeys(directory: string): Promise<ProviderKeys> {
  const file = join(directory, 'identity-keys.json');
  const text = await fs.readFile(file, 'utf8').catch(ignoreMissing);
  if (text !== undefined) return parseKeys(text, file);
  const keys = await createKeys();
  await fs.mkdir(directory, { recursive: true });
  await writePrivateFile(file, JSON.stringify(keys));
  return keys;
}

function parseKeys(text: string, file: string): ProviderKeys {
  try {
    const { signingKey, cookieKey } = JSON.parse(text);
    createPrivateKey({ key: signingKey, format: 'jwk' });
    if (typeof cookieKey !== 'string') throw new Error('no cookie key');
    return { signingKey, cookieKey };
  } catch {
    // The cause could quote the file, which is secret.
    throw new Error(
      `${file} does not hold the keys of the identity provider; delete it, and new ones are made`,
    );
  }
}

async function createKeys(): Promise<ProviderKeys> {
  const options = { modulusLength: 2048 };
  const { privateKey } = await promisify(generateKeyPair)('rsa', options);
  return {
    signingKey: {
      ...(privateKey.export({ format: 'jwk' }) as JWK),
      kid: randomUUID(),
      alg: 'RS256',
      use: 'sig',
    },
    cookieKey: randomBytes(32).toString('base64url'),
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
