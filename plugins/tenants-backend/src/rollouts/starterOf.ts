import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, UserEntity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Author } from '@tenantry/forges';

/** Who starts a rollout. */
export interface Starter {
  /** Of the user, or of the service where no user is behind the request. */
  ref: string;
  author: Author;
}

/**
 * Finds out in whose name the commits of a rollout are.
 *
 * @param options.host - host of the forge; in the address of people who have none in the catalog
 */
export async function starterOf(
  credentials: BackstageCredentials,
  options: { auth: AuthService; catalog: CatalogService; host: string },
): Promise<Starter> {
  const { auth, catalog, host } = options;
  if (!auth.isPrincipal(credentials, 'user')) {
    const ref = auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'unknown';
    return { ref, author: authorFrom('portal', undefined, host) };
  }
  const ref = credentials.principal.userEntityRef;
  const user = await catalog.getEntityByRef(ref, { credentials });
  return {
    ref,
    author: authorFrom(
      parseEntityRef(ref).name,
      (user as UserEntity | undefined)?.spec.profile,
      host,
    ),
  };
}

function authorFrom(
  login: string,
  profile: UserEntity['spec']['profile'],
  host: string,
): Author {
  return {
    name: profile?.displayName || login,
    email: profile?.email || `${login}@users.noreply.${host}`,
  };
}
