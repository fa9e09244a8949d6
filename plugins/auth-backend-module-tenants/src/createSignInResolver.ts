import { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { ClaimMapping } from './config';
import { mapClaims } from './mapClaims';

/**
 * Signs in by claims alone: the catalog needs no entity of the user. Claims are asked for at each
 * refresh of the session, so that leaving a group takes effect then.
 */
export function createSignInResolver(
  mapping: ClaimMapping,
): SignInResolver<OAuthAuthenticatorResult<OidcAuthResult>> {
  return async ({ result }, context) => {
    const { userEntityRef, groups } = mapClaims(
      result.fullProfile.userinfo,
      mapping,
    );
    return context.issueToken({
      claims: { sub: userEntityRef, ent: [userEntityRef, ...groups] },
    });
  };
}
