import { parseEntityRef, UserEntity } from '@backstage/catalog-model';
import { Author } from '@tenantry/forges';

/**
 * Who a commit is by: the user who asks for it, or the portal where no user does.
 *
 * @param user - the user's entity, as far as the catalog has one, and entity ref
 * @param host - host of the forge; in the address of people who have none in the catalog
 * @public
 */
export function authorOf(
  user: { entity?: UserEntity; ref?: string } | undefined,
  host: string,
): Author {
  const login = loginOf(user?.ref);
  const profile = user?.entity?.spec.profile;
  return {
    name: profile?.displayName || login,
    email: profile?.email || `${login}@users.noreply.${host}`,
  };
}

/** A task that a service runs has no user, or the service as its ref. */
function loginOf(ref: string | undefined): string {
  if (!ref) {
    return 'portal';
  }
  try {
    const { kind, name } = parseEntityRef(ref);
    return kind === 'user' ? name : 'portal';
  } catch {
    return 'portal';
  }
}
