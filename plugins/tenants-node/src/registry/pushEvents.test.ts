import { mockServices } from '@backstage/backend-test-utils';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { registryEventTopics, subscribeToPushEvents } from './pushEvents';

const settleMs = 20;

async function subscribe(listener: () => Promise<void>) {
  const logger = mockServices.logger.mock();
  let announce: (params: EventParams) => Promise<void> = async () => {};
  const events: EventsService = {
    publish: async () => {},
    async subscribe({ topics, onEvent }) {
      expect(topics).toEqual(registryEventTopics);
      announce = onEvent;
    },
  };
  await subscribeToPushEvents({
    events,
    id: 'test',
    logger,
    listener,
    settleMs,
  });
  return {
    logger,
    announce: () => announce({ topic: 'gitea', eventPayload: {} }),
  };
}

describe('subscribeToPushEvents', () => {
  it('answers events that arrive close together by one call', async () => {
    const listener = jest.fn(async () => {});
    const { announce } = await subscribe(listener);

    await announce();
    await announce();
    await announce();
    await sleep(5 * settleMs);

    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('answers an event that arrives during a call by another call after it', async () => {
    let finish = () => {};
    const listener = jest.fn(
      () => new Promise<void>(resolve => (finish = resolve)),
    );
    const { announce } = await subscribe(listener);

    await announce();
    await sleep(3 * settleMs);
    await announce();
    await sleep(3 * settleMs);
    expect(listener).toHaveBeenCalledTimes(1);

    finish();
    await sleep(3 * settleMs);
    expect(listener).toHaveBeenCalledTimes(2);
    finish();
  });

  it('logs what the listener throws and answers the next event', async () => {
    const listener = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('the forge is down'))
      .mockResolvedValue();
    const { announce, logger } = await subscribe(listener);

    await announce();
    await sleep(3 * settleMs);
    await announce();
    await sleep(3 * settleMs);

    expect(listener).toHaveBeenCalledTimes(2);
    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ message: 'the forge is down' }),
    );
  });
});
