import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** What the module can be told. */
export interface FluxConfig {
  /** Whether requests are taken. */
  requests: boolean;
  /** How long a reconciliation may take before it counts as stuck. */
  stuckAfterMs: number;
}

const halfAnHourMs = 30 * 60_000;

/** @throws InputError naming the key that is wrong. */
export function readFluxConfig(config: RootConfigService): FluxConfig {
  const key = 'tenants.flux.stuckAfter';
  return {
    requests: config.getOptionalBoolean('tenants.flux.requests') ?? true,
    stuckAfterMs: config.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : halfAnHourMs,
  };
}
