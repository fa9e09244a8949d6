import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** What the plugin can be told. */
export interface TenantsConfig {
  /** Statuses that no source confirms for longer turn Unknown. */
  staleAfterMs: number;
  timeline: {
    maximumAgeMs: number;
    maximumEventsPerTenant: number;
  };
}

const fiveMinutesMs = 5 * 60_000;
const ninetyDaysMs = 90 * 24 * 3_600_000;

/** @throws InputError naming the key that is wrong. */
export function readTenantsConfig(config: RootConfigService): TenantsConfig {
  return {
    staleAfterMs:
      optionalDurationMs(config, 'tenants.status.staleAfter') ?? fiveMinutesMs,
    timeline: {
      maximumAgeMs:
        optionalDurationMs(config, 'tenants.timeline.maximumAge') ??
        ninetyDaysMs,
      maximumEventsPerTenant:
        config.getOptionalNumber('tenants.timeline.maximumEventsPerTenant') ??
        1_000,
    },
  };
}

function optionalDurationMs(
  config: RootConfigService,
  key: string,
): number | undefined {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : undefined;
}
