import type {
  ClientMetadata,
  Configuration,
  KoaContextWithOIDC,
} from 'oidc-provider';
import { h } from 'preact';
import { ensureGrant } from './ensureGrant';
import { IdentityClient, IdentityUser } from './IdentityUser';
import { MessagePage, PageRenderer, RenderedPage, SignOutPage } from './pages';
import { createMemoryAdapter } from './storage/createMemoryAdapter';
import { ProviderKeys } from './storage/loadKeys';
import { toAccount } from './toAccount';

const hour = 3_600;
const twoWeeks = 14 * 24 * hour;

/** Everything that makes the library an identity provider with our users, clients and pages. */
export function providerConfiguration(options: {
  users: IdentityUser[];
  clients: IdentityClient[];
  keys: ProviderKeys;
  renderPage: PageRenderer;
}): Configuration {
  const { users, clients, keys } = options;
  const pkceClients = clients.filter(({ requirePkce }) => requirePkce);
  return {
    adapter: createMemoryAdapter(),
    clients: clients.map(toClientMetadata),
    jwks: { keys: [keys.signingKey] },
    cookies: { keys: [keys.cookieKey] },
    findAccount: (_context, subject) => toAccount(users, subject),
    claims: {
      openid: ['sub', 'groups', 'realm'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    // Backstage reads userinfo, other clients the ID token: both hold all claims.
    conformIdTokenClaims: false,
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    responseTypes: ['code'],
    pkce: {
      required: (_context, { clientId }) =>
        pkceClients.some(client => client.clientId === clientId),
    },
    loadExistingGrant: ensureGrant,
    issueRefreshToken: async (_context, client) =>
      client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: twoWeeks,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: twoWeeks,
      Session: twoWeeks,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, ...signOutPages(options) },
    },
    renderError: (context, { error, error_description: description }) =>
      send(
        context,
        options.renderPage(
          h(MessagePage, {
            title: 'This sign-in cannot go on',
            message: `${description ?? error}. Start again from the portal.`,
          }),
        ),
      ),
  };
}

function signOutPages({ renderPage }: { renderPage: PageRenderer }) {
  return {
    logoutSource: (context: KoaContextWithOIDC, form: string) =>
      send(context, renderPage(h(SignOutPage, { form }))),
    postLogoutSuccessSource: (context: KoaContextWithOIDC) =>
      send(
        context,
        renderPage(
          h(MessagePage, {
            title: 'Signed out',
            message: 'You can close this window.',
          }),
        ),
      ),
  };
}

function send(context: KoaContextWithOIDC, page: RenderedPage): void {
  context.set(page.headers);
  context.body = page.html;
}

function toClientMetadata(client: IdentityClient): ClientMetadata {
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris ?? [],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'RS256',
  };
}
