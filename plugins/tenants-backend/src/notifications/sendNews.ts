import { ServiceUnavailableError } from '@backstage/errors';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { setTimeout as delay } from 'node:timers/promises';
import { Message } from './planDispatches';

export interface SendNewsOptions extends Message {
  notifications: NotificationService;
  timeoutMs: number;
}

/**
 * Tells everybody what they may know. Operators come last: who is an owner too keeps their words,
 * which say more.
 *
 * @throws Error when a notification is not taken in time.
 */
export async function sendNews(options: SendNewsOptions): Promise<void> {
  const { subject, audience } = options;
  const isOperator = (ref: string) => subject.operators.includes(ref);
  await sendTo(
    audience.filter(ref => !isOperator(ref)),
    'owner',
    options,
  );
  await sendTo(audience.filter(isOperator), 'operator', options);
}

async function sendTo(
  entityRef: string[],
  reader: 'operator' | 'owner',
  { subject, news, scope, notifications, timeoutMs }: SendNewsOptions,
): Promise<void> {
  if (entityRef.length > 0) {
    const notification: NotificationSendOptions = {
      recipients: { type: 'entity', entityRef },
      payload: { ...subject.describe(news, reader), scope },
    };
    await withinTime(notifications.send(notification), timeoutMs);
  }
}

/** The service waits for as long as it takes, which would keep all others waiting. */
async function withinTime(
  sending: Promise<void>,
  timeoutMs: number,
): Promise<void> {
  const sent = new AbortController();
  const tooLate = delay(timeoutMs, undefined, { signal: sent.signal }).then(
    () => {
      throw new ServiceUnavailableError(
        `The notifications plugin has not answered within ${timeoutMs} ms.`,
      );
    },
  );
  try {
    await Promise.race([sending, tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    sent.abort();
  }
}
