import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** From where on the delivery of a tenant environment is unwell. */
export interface Thresholds {
  /** How long what runs may differ from Git. */
  outOfSyncAfterMs: number;
  /** How long a sync may run. */
  syncStuckAfterMs: number;
}

/** What the module can be told. */
export interface ArgoCdConfig {
  thresholds: Thresholds;
  /** Whether requests are taken. */
  requests: boolean;
}

const halfAnHourMs = 30 * 60_000;

/** @throws InputError naming the key that is wrong. */
export function readArgoCdConfig(config: RootConfigService): ArgoCdConfig {
  return {
    thresholds: {
      outOfSyncAfterMs: durationMs(config, 'tenants.argocd.outOfSyncAfter'),
      syncStuckAfterMs: durationMs(config, 'tenants.argocd.syncStuckAfter'),
    },
    requests: config.getOptionalBoolean('tenants.argocd.requests') ?? true,
  };
}

function durationMs(config: RootConfigService, key: string): number {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : halfAnHourMs;
}
