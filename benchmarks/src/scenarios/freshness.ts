import { isAlertCheck } from '@tenantry/plugin-tenants-common';
import WebSocket from 'ws';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Times } from '../load/Times';
import { tenantName } from '../platform/fleet';
import { PortalClient } from '../portal/PortalClient';

/** From a change in a cluster to the change in an open page, in milliseconds. */
export interface FreshnessResult {
  changes: number;
  p50: number;
  p95: number;
  worst: number;
}

const giveUpAfterMs = 30_000;
const connectTimeoutMs = 1_000;
const connectAttempts = 5;

/** The page waits this long after a signal for further ones before it asks. */
const signalWindowMs = 500;

/**
 * Changes a pod and waits, as an open page does, for the signal and then for an answer that has
 * the change.
 *
 * @throws Error when a change is not seen within 30 s.
 */
export async function measureFreshness(options: {
  client: PortalClient;
  change: (namespace: string) => Promise<void>;
  changes: number;
}): Promise<FreshnessResult> {
  const { client, change, changes } = options;
  const signals = await subscribe(client.url);
  const times = new Times();
  for (let index = 0; index < changes; index += 1) {
    const tenant = tenantName(index);
    const before = await healthInCluster(client, tenant);
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(giveUpAfterMs);
    await change(`${tenant}-devnet`);
    do {
      await nextSignal(signals, deadline, tenant);
      await delay(signalWindowMs);
    } while ((await healthInCluster(client, tenant)) === before);
    times.add(performance.now() - startedAt);
  }
  signals.close();
  return {
    changes,
    p50: times.percentile(50),
    p95: times.percentile(95),
    worst: times.percentile(100),
  };
}

async function nextSignal(
  signals: WebSocket,
  deadline: AbortSignal,
  tenant: string,
): Promise<void> {
  try {
    await once(signals, 'message', { signal: deadline });
  } catch (cause) {
    throw new Error(`Nothing shows the change of ${tenant}.`, { cause });
  }
}

/**
 * Health by check of a tenant, without what metrics say: that may change at any time.
 *
 * @throws Error when the portal does not answer; that is no change.
 */
async function healthInCluster(
  { tenants }: PortalClient,
  tenant: string,
): Promise<string> {
  const { environments } = await tenants.getTenant(tenant);
  const checks = environments.flatMap(({ environment, components }) =>
    components
      .flatMap(component => component.checks)
      .filter(check => !isAlertCheck(check) && !check.id.startsWith('metric/'))
      .map(({ id, health }) => `${environment} ${id} ${health}`),
  );
  return checks.join('\n');
}

/** The backend leaves the first connection of all unanswered; pages try again as well. */
async function subscribe(url: string): Promise<WebSocket> {
  for (let attempt = 1; ; attempt += 1) {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/api/signals`,
      PortalClient.headers.Authorization.replace('Bearer ', ''),
      { handshakeTimeout: connectTimeoutMs },
    );
    try {
      await once(socket, 'open');
      socket.send(JSON.stringify({ action: 'subscribe', channel: 'tenants' }));
      return socket;
    } catch (error) {
      if (attempt === connectAttempts) {
        throw error;
      }
    }
  }
}
