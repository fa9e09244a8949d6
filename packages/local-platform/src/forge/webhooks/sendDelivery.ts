import { createHmac, randomUUID } from 'node:crypto';
import { WebhookEvent } from '../types';

/** Where a delivery goes, and how it is signed. */
export interface DeliveryTarget {
  url: string;
  secret?: string;
}

const timeoutMs = 10_000;

/**
 * Sends one delivery as Gitea does, with the signature over the exact bytes of the body.
 *
 * @throws Error when there is no answer within 10 s, or another one than 2xx.
 */
export async function sendDelivery(
  target: DeliveryTarget,
  event: WebhookEvent,
  payload: unknown,
  signal: AbortSignal,
): Promise<void> {
  const body = JSON.stringify(payload, undefined, 2);
  const response = await fetch(target.url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/json',
      'X-Gitea-Delivery': randomUUID(),
      'X-Gitea-Event': event,
      'X-Gitea-Event-Type': event,
      'X-Gitea-Signature': sign(body, target.secret),
    },
    body,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`it answered ${response.status}`);
}

function sign(body: string, secret: string | undefined): string {
  return secret ? createHmac('sha256', secret).update(body).digest('hex') : '';
}
