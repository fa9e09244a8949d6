/** Somebody who can sign in. */
export interface IdentityUser {
  /** Subject of the tokens too; unique. */
  username: string;
  name: string;
  email: string;
  /** Names of the groups that the user belongs to. */
  groups: string[];
  /** Realm of the tenant, as one identity provider for several tenants would have it. */
  realm: string;
}

/** An application that lets its users sign in here. */
export interface IdentityClient {
  clientId: string;
  clientSecret: string;
  /** Addresses to which a user may be sent back, exactly as the client names them. */
  redirectUris: string[];
  /** Addresses to which a user may be sent after signing out. */
  postLogoutRedirectUris?: string[];
  /** Refuse requests without PKCE. */
  requirePkce?: boolean;
}

/** The example portal as a client, with the address at which Backstage takes the user back. */
export function portalClient(options: {
  clientSecret: string;
  /** `http://localhost:7007` by default. */
  portalUrl?: string;
}): IdentityClient {
  const { clientSecret, portalUrl = 'http://localhost:7007' } = options;
  return {
    clientId: 'tenantry-portal',
    clientSecret,
    redirectUris: [`${portalUrl}/api/auth/oidc/handler/frame`],
    postLogoutRedirectUris: [portalUrl],
    // The OIDC provider of Backstage 1.55 protects the code with its secret, a state and a nonce,
    // and does not send a PKCE challenge.
    requirePkce: false,
  };
}
