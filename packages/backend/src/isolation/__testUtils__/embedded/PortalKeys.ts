import { JsonObject } from '@backstage/types';
import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const keyId = 'isolation';
const algorithm = 'ES256';
const tokenType = 'vnd.backstage.user';
/** The portal makes tokens for cookies of it, by the proof that is in each token. */
const limitedTokenType = 'vnd.backstage.limited-user';
const hourSeconds = 3_600;

/** Who a token is for. */
export interface TokenOwner {
  /** Entity ref. */
  user: string;
  /** Entity refs. */
  groups: string[];
}

/** The keys that a portal signs the tokens of users with, and one that is not its own. */
export class PortalKeys {
  readonly #own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /** Writes the keys, and says to the auth backend where they are. */
  async write(directory: string): Promise<JsonObject> {
    const { publicKey, privateKey } = this.#own;
    const publicKeyFile = join(directory, 'public.pem');
    const privateKeyFile = join(directory, 'private.pem');
    await writeFile(
      publicKeyFile,
      publicKey.export({ type: 'spki', format: 'pem' }),
    );
    await writeFile(
      privateKeyFile,
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      { mode: 0o600 },
    );
    const keys = [{ publicKeyFile, privateKeyFile, keyId, algorithm }];
    return { provider: 'static', static: { keys } };
  }

  /** A token as the portal gives it at the sign-in. */
  token(owner: TokenOwner): string {
    return signed(owner, this.#own.privateKey);
  }

  expiredToken(owner: TokenOwner): string {
    return signed(owner, this.#own.privateKey, -hourSeconds);
  }

  /** Names the key of the portal, but is signed with another. */
  forgedToken(owner: TokenOwner): string {
    return signed(owner, this.#foreign.privateKey);
  }

  unsignedToken(owner: TokenOwner): string {
    const header = { typ: tokenType, alg: 'none' };
    return `${encode(header)}.${encode(claimsOf(owner, hourSeconds))}.`;
  }

  /** The signature is of another token: who it is for was changed afterwards. */
  changedToken(from: TokenOwner, to: TokenOwner): string {
    const [header, , signature] = this.token(from).split('.');
    return `${header}.${encode(claimsOf(to, hourSeconds))}.${signature}`;
  }
}

function signed(
  owner: TokenOwner,
  key: KeyObject,
  expiresInSeconds: number = hourSeconds,
): string {
  const claims = claimsOf(owner, expiresInSeconds);
  const { sub, iat, exp } = claims;
  const [, , proof] = jwt(limitedTokenType, { sub, iat, exp }, key).split('.');
  return jwt(tokenType, { ...claims, uip: proof }, key);
}

function jwt(typ: string, claims: object, key: KeyObject): string {
  const header = encode({ typ, alg: algorithm, kid: keyId });
  const content = `${header}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(content), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${content}.${signature.toString('base64url')}`;
}

function claimsOf({ user, groups }: TokenOwner, expiresInSeconds: number) {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: 'http://localhost/api/auth',
    aud: 'backstage',
    sub: user,
    ent: [user, ...groups],
    iat: now - 2 * hourSeconds,
    exp: now + expiresInSeconds,
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
