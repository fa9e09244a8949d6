import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { ClaimMapping } from './config';
import { mapClaims, PortalUser } from './mapClaims';

/**
 * Signs in by claims alone: the catalog needs no entity of the user. Claims are asked for at each
 * refresh of the session, so that leaving a group takes effect then. Who is refused is noted in the
 * audit log.
 */
export function createSignInResolver(options: {
  mapping: ClaimMapping;
  auditor: AuditorService;
}): SignInResolver<OAuthAuthenticatorResult<OidcAuthResult>> {
  return async ({ result }, context) => {
    const { userEntityRef, groups } = await admit(
      result.fullProfile.userinfo,
      options,
    );
    return context.issueToken({
      claims: { sub: userEntityRef, ent: [userEntityRef, ...groups] },
    });
  };
}

async function admit(
  claims: OidcAuthResult['userinfo'],
  { mapping, auditor }: { mapping: ClaimMapping; auditor: AuditorService },
): Promise<PortalUser> {
  try {
    return mapClaims(claims, mapping);
  } catch (thrown) {
    const error = toError(thrown);
    const event = await auditor.createEvent({
      eventId: 'sign-in',
      severityLevel: 'medium',
      // The identity provider's own name of the account; ours may be what is wrong with it.
      meta: { provider: 'oidc', subject: claims.sub },
    });
    await event.fail({ error, meta: { outcome: 'refused' } });
    throw error;
  }
}
