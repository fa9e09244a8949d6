import { ListTenantsResponse } from '@tenantry/plugin-tenants-common';
import { Client } from '../walk/Client';
import { countLeaks } from '../walk/countLeaks';
import { allRoutes } from '../walk/describedRoutes';
import { Listener } from '../walk/Listener';
import { PortalApi } from '../walk/PortalApi';
import { portalProbes } from '../walk/portalProbes';
import { readClient } from '../walk/readClient';
import { Leak, walk } from '../walk/walk';
import { Route } from '../embedded/mountedRoutes';
import { RunningPortal } from './options';
import { forged, userOf } from './tokens';

/** What somebody learns of the client. */
export interface Finding {
  who: string;
  leaks: Leak[];
}

/**
 * Walks over a running portal, and changes nothing there.
 *
 * @param mounted - Routes to ask besides those that the portal describes.
 * @param report - Called with each finding as it is there.
 * @returns whether nothing leaks
 * @throws Error when the client would not be told of itself either: then nothing was proved.
 */
export async function walkRunningPortal(
  portal: RunningPortal,
  mounted: Route[],
  report: (finding: Finding) => void,
): Promise<boolean> {
  const { url, clientToken, otherToken, expiredToken } = portal;
  const own = new PortalApi(url, clientToken);
  const client = await readClient(own, userOf(clientToken));
  const other = await otherTenantOf(new PortalApi(url, otherToken), client);
  const routes = await allRoutes(own, [
    ...mounted,
    ...portal.plugins.map(describedBy),
  ]);
  const { reading } = portalProbes(routes, other);
  const leaksFor = (token: string | undefined) =>
    walk({ url, client, token, probes: reading });

  if ((await leaksFor(clientToken)).length === 0) {
    throw new Error(
      'The client is not told of itself either, so that a leak would not be noticed.',
    );
  }
  const askers: [string, () => Promise<Leak[]>][] = [
    ['another client', () => leaksFor(otherToken)],
    ['another client, by counts', () => countLeaks(url, otherToken)],
    ['nobody', () => leaksFor(undefined)],
    ['a forged token', () => leaksFor(forged(clientToken))],
  ];
  if (expiredToken) {
    askers.push(['an expired token', () => leaksFor(expiredToken)]);
  }
  const listeners = await Promise.all(
    [otherToken, undefined].map(token =>
      Listener.open(url, token, ['notifications', 'tenants', ...client.marks]),
    ),
  );
  let isTight = true;
  for (const [who, ask] of askers) {
    const leaks = await ask();
    isTight &&= leaks.length === 0;
    report({ who, leaks });
  }
  const heard = listeners.flatMap(listener => heardOf(client, listener));
  report({ who: 'whoever listens to live events', leaks: heard });
  return isTight && heard.length === 0;
}

/** @throws Error when the names of both would be mistaken for each other. */
async function otherTenantOf(
  portal: PortalApi,
  { names: { tenant } }: Client,
): Promise<string> {
  const { items } = await portal.read<ListTenantsResponse>(
    '/api/tenants/v1/tenants',
  );
  const [other] = items.map(({ name }) => name);
  if (items.length !== 1 || other.includes(tenant) || tenant.includes(other)) {
    throw new Error(
      'The other client has to see one tenant, whose name is not a part of the first, nor the other way round.',
    );
  }
  return other;
}

/** Stands for a plugin whose routes are only described. */
function describedBy(plugin: string): Route {
  return { method: 'GET', path: `/api/${plugin}/openapi.json` };
}

function heardOf({ marks }: Client, listener: Listener): Leak[] {
  listener.close();
  return marks
    .filter(mark => listener.heard.includes(mark))
    .map(leaked => ({
      route: 'signals',
      path: '/api/signals',
      status: 101,
      leaked,
    }));
}
