import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { UserEntity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { authorOf } from '@tenantry/changes';
import { Author } from '@tenantry/forges';

/** Who starts a rollout. */
export interface Starter {
  /** Of the user, or the subject of the service where no user is behind the request. */
  ref: string;
  /** Who its commits are by. */
  author: Author;
}

/**
 * Finds out in whose name a rollout is.
 *
 * @param options.forgeHost - in the address of people who have none in the catalog
 */
export async function starterOf(
  credentials: BackstageCredentials,
  options: { auth: AuthService; catalog: CatalogService; forgeHost: string },
): Promise<Starter> {
  const { auth, catalog, forgeHost } = options;
  if (!auth.isPrincipal(credentials, 'user')) {
    const ref = auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'unknown';
    return { ref, author: authorOf(undefined, forgeHost) };
  }
  const ref = credentials.principal.userEntityRef;
  const entity = await catalog.getEntityByRef(ref, { credentials });
  return {
    ref,
    author: authorOf({ ref, entity: entity as UserEntity }, forgeHost),
  };
}
