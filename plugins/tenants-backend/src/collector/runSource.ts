import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { StatusSource, StatusSourceRun } from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';

export interface RunSourceOptions extends StatusSourceRun {
  source: StatusSource;
  logger: LoggerService;
  /** First wait before the source is started again, doubled each time; 1 s by default. */
  minimumDelayMs?: number;
  /** Longest wait; one minute by default. A run that lasts longer makes the next wait short. */
  maximumDelayMs?: number;
}

/**
 * Runs a source until the signal aborts, and starts it again whenever it ends on its own. Never
 * rejects: what happens to one source is nothing to the others.
 */
export async function runSource(options: RunSourceOptions): Promise<void> {
  const { minimumDelayMs = 1_000, maximumDelayMs = 60_000, signal } = options;
  let delayMs = minimumDelayMs;
  while (!signal.aborted) {
    const startedAt = performance.now();
    await runOnce(options);
    if (performance.now() - startedAt > maximumDelayMs) {
      delayMs = minimumDelayMs;
    }
    await delay(delayMs, undefined, { signal }).catch(() => undefined);
    delayMs = Math.min(delayMs * 2, maximumDelayMs);
  }
}

async function runOnce(options: RunSourceOptions): Promise<void> {
  const { source, logger, server, bindings, sink, signal } = options;
  try {
    await source.run({ server, bindings, sink, signal });
    if (!signal.aborted) {
      logger.warn(`The source ${source.id} ended; it will be started again`);
    }
  } catch (error) {
    if (!signal.aborted) {
      logger.error(
        `The source ${source.id} failed; it will be started again`,
        isError(error) ? error : undefined,
      );
    }
  }
}
