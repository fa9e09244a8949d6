import type { Grant, KoaContextWithOIDC } from 'oidc-provider';

/**
 * Grants what the client asks for without a question: every client is the platform's own, so a
 * consent page would ask people about themselves.
 */
export async function ensureGrant({
  oidc,
}: KoaContextWithOIDC): Promise<Grant> {
  const { provider, session } = oidc;
  const { clientId } = oidc.client!;
  const grantId = session!.grantIdFor(clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  const grant =
    known ?? new provider.Grant({ clientId, accountId: session!.accountId });
  grant.addOIDCScope([...oidc.requestParamScopes].join(' '));
  await grant.save();
  return grant;
}
