import { Client } from '../walk/Client';
import { allRoutes } from '../walk/describedRoutes';
import { PortalApi } from '../walk/PortalApi';
import { portalProbes, PortalProbes } from '../walk/portalProbes';
import { Leak, walk } from '../walk/walk';
import { EmbeddedPortal } from './EmbeddedPortal';
import { Route } from './mountedRoutes';
import { getTokens, otherTenant, prepareClient, Tokens } from './Sample';

/** A portal with a client that others ask about. */
export class IsolationWorld {
  readonly portal: EmbeddedPortal;
  readonly tokens: Tokens;
  readonly client: Client;
  readonly routes: Route[];
  readonly probes: PortalProbes;

  private constructor(parts: {
    portal: EmbeddedPortal;
    tokens: Tokens;
    client: Client;
    routes: Route[];
  }) {
    this.portal = parts.portal;
    this.tokens = parts.tokens;
    this.client = parts.client;
    this.routes = parts.routes;
    this.probes = portalProbes(parts.routes, otherTenant);
  }

  static async start(
    options?: Parameters<typeof EmbeddedPortal.start>[0],
  ): Promise<IsolationWorld> {
    const portal = await EmbeddedPortal.start(options);
    try {
      const tokens = await getTokens(portal);
      const client = await prepareClient(portal, tokens.owner);
      const routes = await allRoutes(
        new PortalApi(portal.url, tokens.operator),
        await portal.mountedRoutes(),
      );
      return new IsolationWorld({ portal, tokens, client, routes });
    } catch (error) {
      await portal.stop();
      throw error;
    }
  }

  /** What the portal tells of the client to the holder of a token. */
  walk(
    token: string | undefined,
    probes: PortalProbes['reading'] = this.probes.reading,
  ): Promise<Leak[]> {
    const { client } = this;
    return walk({ url: this.portal.url, client, token, probes });
  }

  stop(): Promise<void> {
    return this.portal.stop();
  }
}
