import pLimit from 'p-limit';
import { ForgeContext } from '../core/ForgeContext';
import { ConfiguredWebhook, WebhookEvent } from '../types';
import { createPullRequestPayload, createPushPayload } from './payloads';
import { DeliveryTarget, sendDelivery } from './sendDelivery';

const maximumWaiting = 100;

/**
 * Delivers what happens to the webhooks that want to know.
 *
 * Each address gets its deliveries one after the other, in order, and once: as with Gitea, a
 * receiver that was away has to read the repository again.
 *
 * @returns function that ends all deliveries
 */
export function startWebhooks(
  context: ForgeContext,
  configured: ConfiguredWebhook[],
): () => void {
  const { events, store, logger } = context;
  const stopped = new AbortController();
  const queues = new Map<string, ReturnType<typeof pLimit>>();

  const targetsOf = (event: WebhookEvent): DeliveryTarget[] =>
    [...configured, ...store.records.hooks.filter(hook => hook.active)].filter(
      hook => hook.events.includes(event),
    );

  const deliver = async (
    target: DeliveryTarget,
    event: WebhookEvent,
    payload: Promise<unknown>,
  ) => {
    if (stopped.signal.aborted) return;
    try {
      await sendDelivery(target, event, await payload, stopped.signal);
    } catch (error) {
      if (stopped.signal.aborted) return;
      const { host } = new URL(target.url);
      logger.warn(`The ${event} webhook did not reach ${host}: ${error}`);
    }
  };

  const enqueue = (event: WebhookEvent, read: () => Promise<unknown>) => {
    const targets = targetsOf(event);
    if (targets.length === 0) return;
    const payload = read();
    // Each delivery reports the failure; without any left it must not end the process.
    payload.catch(() => {});
    for (const target of targets) {
      const queue = queues.get(target.url) ?? pLimit(1);
      queues.set(target.url, queue);
      if (queue.pendingCount >= maximumWaiting) {
        logger.warn(`A ${event} webhook was dropped: too many are waiting.`);
      } else {
        queue(() => deliver(target, event, payload));
      }
    }
  };

  events.on('push', push =>
    enqueue('push', () => createPushPayload(context, push)),
  );
  events.on('pullRequest', event =>
    enqueue('pull_request', () => createPullRequestPayload(context, event)),
  );
  return () => stopped.abort();
}
