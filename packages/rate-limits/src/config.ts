import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How often one caller may ask. */
export interface RateLimit {
  /** Requests in one window. */
  limit: number;
  windowMs: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * Reads `tenants.rateLimits.<name>`.
 *
 * @throws InputError naming the key that is wrong.
 */
export function readRateLimit(
  config: RootConfigService,
  name: string,
  defaultLimit: number,
): RateLimit {
  const limitKey = `tenants.rateLimits.${name}.limit`;
  const limit = config.getOptionalNumber(limitKey) ?? defaultLimit;
  if (!Number.isInteger(limit) || limit < 1) {
    throw new InputError(
      `The configuration ${limitKey} is ${limit}; it has to be a whole number from 1.`,
    );
  }
  return { limit, windowMs: readWindowMs(config, name) };
}

function readWindowMs(config: RootConfigService, name: string): number {
  const key = `tenants.rateLimits.${name}.window`;
  const windowMs = config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : minuteMs;
  if (windowMs < 1_000 || windowMs > dayMs) {
    throw new InputError(
      `The configuration ${key} has to be between a second and a day.`,
    );
  }
  return windowMs;
}
