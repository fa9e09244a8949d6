import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPushAwareRunner } from './createPushAwareRunner';

async function setUp() {
  const scheduler = mockServices.scheduler.mock();
  const scheduled = { run: jest.fn() };
  scheduler.createScheduledTaskRunner.mockReturnValue(scheduled);
  const logger = mockServices.logger.mock();
  let announcePush = async () => {};
  const events: EventsService = {
    publish: async () => {},
    async subscribe({ onEvent }) {
      announcePush = () => onEvent({ topic: 'gitea', eventPayload: {} });
    },
  };
  const runner = createPushAwareRunner({
    scheduler,
    schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
    events,
    logger,
  });
  const task = { id: 'search_index_tenants', fn: async () => {} };
  await runner.run(task);
  return { scheduler, scheduled, task, logger, announcePush };
}

async function untilCalled(
  { mock }: { mock: { calls: unknown[] } },
  times: number,
) {
  for (let wait = 0; wait < 200 && mock.calls.length < times; wait += 1) {
    await sleep(20);
  }
}

describe('createPushAwareRunner', () => {
  it('leaves the task to the schedule', async () => {
    const { scheduled, scheduler, task } = await setUp();
    expect(scheduled.run).toHaveBeenCalledWith(task);
    expect(scheduler.triggerTask).not.toHaveBeenCalled();
  });

  it('runs the task again when a push arrives during a run', async () => {
    const { scheduler, announcePush, logger } = await setUp();
    scheduler.triggerTask
      .mockRejectedValueOnce(new ConflictError('is currently running'))
      .mockResolvedValue();

    await announcePush();
    await untilCalled(scheduler.triggerTask, 2);

    expect(scheduler.triggerTask).toHaveBeenCalledTimes(2);
    expect(scheduler.triggerTask).toHaveBeenLastCalledWith(
      'search_index_tenants',
    );
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('does not insist on a task that cannot run', async () => {
    const { scheduler, announcePush, logger } = await setUp();
    scheduler.triggerTask.mockRejectedValue(new NotFoundError('no such task'));

    await announcePush();
    await untilCalled(logger.error, 1);

    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(1);
  });
});
