import { Client } from '../walk/Client';
import { changeOf } from '../walk/crafted/formProbes';
import { PortalApi } from '../walk/PortalApi';
import { readClient } from '../walk/readClient';
import { EmbeddedPortal } from './EmbeddedPortal';
import { TokenOwner } from './PortalKeys';
import { serviceToken } from './portalSetup';

/** The client that is asked about. */
export const ownerTenant = 'acme-01';
/** The client that asks. */
export const otherTenant = 'globex-02';

const ownerUser = engineerOf(ownerTenant);
const otherUser = engineerOf(otherTenant);
/** Signed in, but in no group. */
const stranger: TokenOwner = { user: 'user:default/stranger', groups: [] };

/** The tokens that somebody may have or make. */
export interface Tokens {
  operator: string;
  owner: string;
  other: string;
  stranger: string;
  forged: string;
  changed: string;
  unsigned: string;
  expired: string;
}

function engineerOf(tenant: string): TokenOwner {
  return {
    user: `user:default/${tenant}-engineer`,
    groups: [`group:default/${tenant}`],
  };
}

/** Has everybody sign in who can. */
export async function getTokens(portal: EmbeddedPortal): Promise<Tokens> {
  const { keys } = portal;
  return {
    operator: await portal.signIn('operator'),
    owner: await portal.signIn(`${ownerTenant}-engineer`),
    other: await portal.signIn(`${otherTenant}-engineer`),
    stranger: keys.token(stranger),
    forged: keys.forgedToken(ownerUser),
    changed: keys.changedToken(otherUser, ownerUser),
    unsigned: keys.unsignedToken(ownerUser),
    expired: keys.expiredToken(ownerUser),
  };
}

/**
 * Has the client do what leaves traces in every plugin: a task and a notification. Waits until the
 * portal shows all of it.
 */
export async function prepareClient(
  portal: EmbeddedPortal,
  token: string,
): Promise<Client> {
  const own = new PortalApi(portal.url, token);
  const shows = (path: string, text: string) =>
    portal.until(async () => {
      const answer = await own.read<object>(path).catch(() => ({}));
      return JSON.stringify(answer).includes(text);
    });
  const entities = '/api/catalog/entities/by-query?limit=200';
  await shows(entities, 'change-allow-list');
  await shows(entities, '"Domain"');
  await shows('/api/tenants/v1/tenants', ownerTenant);
  await own.send(
    '/api/scaffolder/v2/tasks',
    changeOf({ tenant: ownerTenant, environment: 'devnet' }),
  );
  await notifyOwner(portal);
  await shows('/api/scaffolder/v2/tasks', '"completed"');
  await shows(`/api/search/query?term=${ownerTenant}`, ownerTenant);
  return readClient(own, ownerUser.user);
}

/** Tells the client something, as the plugins do. */
export async function notifyOwner(portal: EmbeddedPortal): Promise<void> {
  const plugin = new PortalApi(portal.url, serviceToken);
  await plugin.send('/api/notifications/notifications', {
    recipients: { type: 'entity', entityRef: ownerUser.user },
    payload: {
      title: `${ownerTenant} is well again`,
      link: `/tenants/${ownerTenant}`,
      topic: ownerTenant,
      severity: 'normal',
    },
  });
}

/**
 * What a task says of the tenant when somebody runs a form for it in vain, without the times.
 *
 * @throws Error when the task does not fail.
 */
export async function failedLog(
  portal: EmbeddedPortal,
  token: string,
  tenant: string,
): Promise<string> {
  const api = new PortalApi(portal.url, token);
  const { id } = await api.send<{ id: string }>(
    '/api/scaffolder/v2/tasks',
    changeOf({ tenant, environment: 'devnet' }),
  );
  const path = `/api/scaffolder/v2/tasks/${id}`;
  await portal.until(async () => {
    const { status } = await api.read<{ status: string }>(path);
    return status === 'failed';
  });
  const events = await api.read<{ body: { message: string } }[]>(
    `${path}/events`,
  );
  return events
    .map(({ body }) => body.message.replace(/^\S+Z /gm, ''))
    .filter(message => /tenant/.test(message))
    .join('\n');
}
