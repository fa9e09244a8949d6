import type { Account } from 'oidc-provider';
import { IdentityUser } from './IdentityUser';

/** The claims of the user with this subject, if there is one. */
export function toAccount(
  users: IdentityUser[],
  subject: string,
): Account | undefined {
  const user = users.find(({ username }) => username === subject);
  if (!user) return undefined;
  return {
    accountId: user.username,
    claims: () => ({
      sub: user.username,
      name: user.name,
      email: user.email,
      email_verified: true,
      preferred_username: user.username,
      groups: user.groups,
      realm: user.realm,
    }),
  };
}
