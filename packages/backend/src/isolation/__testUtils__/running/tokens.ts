/** Entity ref of the user whose token it is. */
export function userOf(token: string): string {
  return String(claimsOf(token).sub);
}

/** The token with other claims under the same signature. */
export function forged(token: string): string {
  const [header, , signature] = token.split('.');
  const claims = { ...claimsOf(token), forged: true };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${header}.${payload}.${signature}`;
}

/** @throws Error when it is no token of a user. */
function claimsOf(token: string): Record<string, unknown> {
  try {
    const [, payload] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    throw new Error('This is no token of a user who has signed in.');
  }
}
