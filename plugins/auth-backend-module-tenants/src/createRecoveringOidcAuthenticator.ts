import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError, ServiceUnavailableError } from '@backstage/errors';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import { createOAuthAuthenticator } from '@backstage/plugin-auth-node';
import { formsOfSecret, withoutSecrets } from './withoutSecrets';

type Context = ReturnType<typeof oidcAuthenticator.initialize>;

/** Finds the identity provider when it is needed, once it has answered never again. */
class OidcConnection {
  readonly #connect: () => Context;
  readonly #logger: LoggerService;
  /** What no error may hold. */
  readonly secrets: readonly string[];
  #context?: Promise<Context>;

  constructor(options: {
    connect: () => Context;
    logger: LoggerService;
    secrets: readonly string[];
  }) {
    this.#connect = options.connect;
    this.#logger = options.logger;
    this.secrets = options.secrets;
  }

  /** @throws ServiceUnavailableError when the identity provider does not answer. */
  async context(): Promise<Context> {
    this.#context ??= this.#discover();
    return this.#context;
  }

  /** Those who ask meanwhile wait for the same attempt; the next one starts another. */
  async #discover(): Promise<Context> {
    try {
      const context = this.#connect();
      await context.promise;
      return context;
    } catch (error) {
      this.#context = undefined;
      this.#logger.warn(
        new ForwardedError('The identity provider did not answer', error)
          .message,
      );
      throw new ServiceUnavailableError(
        'The identity provider does not answer. Try again in a minute.',
      );
    }
  }
}

/**
 * The stock OpenID Connect authenticator, which asks for the provider's metadata once, when the
 * backend starts, and stays without when it is down then. This one asks again at the next sign-in.
 */
export function createRecoveringOidcAuthenticator(logger: LoggerService) {
  return createOAuthAuthenticator({
    defaultProfileTransform: oidcAuthenticator.defaultProfileTransform,
    scopes: oidcAuthenticator.scopes,
    initialize(options) {
      const connection = new OidcConnection({
        connect: () => oidcAuthenticator.initialize(options),
        logger,
        secrets: formsOfSecret(
          options.config.getString('clientId'),
          options.config.getString('clientSecret'),
        ),
      });
      // Told early in the log; whoever signs in hears of it for themselves.
      connection.context().catch(() => {});
      return connection;
    },
    start: async (input, connection) =>
      oidcAuthenticator.start(input, await connection.context()),
    authenticate: async (input, connection) =>
      withoutSecrets(connection.secrets, async () =>
        oidcAuthenticator.authenticate(input, await connection.context()),
      ),
    refresh: async (input, connection) =>
      withoutSecrets([...connection.secrets, input.refreshToken], async () =>
        oidcAuthenticator.refresh(input, await connection.context()),
      ),
    logout: async (input, connection) =>
      oidcAuthenticator.logout?.(input, await connection.context()),
  });
}
