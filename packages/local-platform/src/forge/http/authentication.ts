import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import { Request, RequestHandler } from 'express';
import { ForgeUser } from '../types';

const basicPattern = /^basic\s+(\S+)$/i;
const bearerPattern = /^(?:token|bearer)\s+(\S+)$/i;

/**
 * Finds out who sends a request, by the token in the `Authorization` header.
 *
 * @returns undefined for a request without credentials
 * @throws AuthenticationError when there are credentials and they are wrong.
 */
export function authenticate(
  users: ForgeUser[],
  header: string | undefined,
): ForgeUser | undefined {
  if (!header) return undefined;
  const candidates = tokensOf(header);
  const user = users.find(({ token }) =>
    candidates.some(candidate => isSameSecret(candidate, token)),
  );
  if (!user) {
    throw new AuthenticationError('invalid username, password or token');
  }
  return user;
}

/** Gitea takes the token in the place of the password as well as of the user name. */
function tokensOf(header: string): string[] {
  const bearer = bearerPattern.exec(header);
  if (bearer) return [bearer[1]];
  const basic = basicPattern.exec(header);
  if (!basic) return [];
  const [name, ...password] = Buffer.from(basic[1], 'base64')
    .toString('utf8')
    .split(':');
  return [password.join(':'), name];
}

function isSameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** Lets only those pass who show a token. */
export function requireUser(users: ForgeUser[]): RequestHandler {
  return (request, response, next) => {
    const user = authenticate(users, request.headers.authorization);
    if (!user) throw new AuthenticationError('token is required');
    response.locals.user = user;
    next();
  };
}

/** Refuses wrong credentials and lets everybody else pass: all may read. */
export function checkCredentials(users: ForgeUser[]): RequestHandler {
  return (request: Request, _response, next) => {
    authenticate(users, request.headers.authorization);
    next();
  };
}

/** Who `requireUser` let pass. */
export function userOf(response: { locals: Record<string, unknown> }) {
  return response.locals.user as ForgeUser;
}
