import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../walk/Client';
import { allRoutes } from '../walk/describedRoutes';
import { Listener } from '../walk/Listener';
import { PortalApi } from '../walk/PortalApi';
import { portalProbes, PortalProbes } from '../walk/portalProbes';
import { Leak, walk } from '../walk/walk';
import { EmbeddedPortal } from './EmbeddedPortal';
import { Route } from './mountedRoutes';
import {
  getTokens,
  notifyOwner,
  otherTenant,
  prepareClient,
  Tokens,
} from './Sample';

/** What a live event says of a notification. */
export const newNotification = 'new_notification';

/** All who are sent an event are sent it at once; in this time it arrives, with much to spare. */
const laterMs = 1_000;

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

  /** What others hear of live events when the client is notified, and hears of it. */
  async heardBy(tokens: (string | undefined)[]): Promise<string[]> {
    const channels = ['notifications', 'tenants', ...this.client.marks];
    const open = (token: string | undefined) =>
      Listener.open(this.portal.url, token, channels);
    const owner = await open(this.tokens.owner);
    const others = await Promise.all(tokens.map(open));
    await notifyOwner(this.portal);
    await this.portal.until(async () => owner.heard.includes(newNotification));
    await sleep(laterMs);
    [owner, ...others].forEach(listener => listener.close());
    return others.map(({ heard }) => heard);
  }

  stop(): Promise<void> {
    return this.portal.stop();
  }
}
