import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { subscribeToPushEvents } from '@tenantry/plugin-tenants-node';
import { setTimeout as sleep } from 'node:timers/promises';

const maximumAttempts = 30;
const retryDelayMs = 1000;

/**
 * Runs a task on schedule, and at once when the forge announces a push.
 */
export function createPushAwareRunner(options: {
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  events: EventsService;
  logger: LoggerService;
}): SchedulerServiceTaskRunner {
  const { scheduler, schedule, events, logger } = options;
  return {
    async run(task) {
      await scheduler.createScheduledTaskRunner(schedule).run(task);
      await subscribeToPushEvents({
        events,
        id: task.id,
        logger,
        listener: () => trigger(scheduler, task.id),
      });
    },
  };
}

/** A run that is under way may have read the repository before the push: it gets a successor. */
async function trigger(scheduler: SchedulerService, id: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await scheduler.triggerTask(id);
    } catch (error) {
      const running = isError(error) && error.name === 'ConflictError';
      if (!running || attempt === maximumAttempts) {
        throw error;
      }
      await sleep(retryDelayMs, undefined, { ref: false });
    }
  }
}
