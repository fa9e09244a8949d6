import Provider from 'oidc-provider';
import { listenOnLoopback, LoopbackServer } from '../listenOnLoopback';
import { Logger } from '../Logger';
import { createApp } from './createApp';
import { IdentityClient, IdentityUser } from './IdentityUser';
import { createPageRenderer } from './pages';
import { providerConfiguration } from './providerConfiguration';
import { loadKeys } from './storage/loadKeys';

/** What {@link startIdentityProvider} needs. */
export interface IdentityProviderOptions {
  /** Fixed, because it is part of the issuer's name. */
  port: number;
  users: IdentityUser[];
  clients: IdentityClient[];
  /** Where the keys are kept. */
  dataDirectory: string;
  logger: Logger;
}

/**
 * Starts an OpenID provider on the loopback interface whose users sign in with one click.
 *
 * @throws Error when the port is taken, or the keys in the data directory are damaged.
 */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<LoopbackServer> {
  const { port, users, clients, dataDirectory, logger } = options;
  const keys = await loadKeys(dataDirectory);
  const renderPage = createPageRenderer(
    clients.flatMap(client => [
      ...client.redirectUris,
      ...(client.postLogoutRedirectUris ?? []),
    ]),
  );
  const provider = new Provider(
    `http://localhost:${port}`,
    providerConfiguration({ users, clients, keys, renderPage }),
  );
  provider.on('server_error', (_context, error) =>
    logger.error(`The identity provider failed: ${error}`),
  );
  const app = createApp({ provider, users, renderPage, logger });
  return listenOnLoopback(app, port);
}
