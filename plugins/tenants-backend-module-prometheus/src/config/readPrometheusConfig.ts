import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Health } from '@tenantry/plugin-tenants-common';
import { MetricDefinition, readCatalogue } from '../catalogue';
import { MetricsServer, readServers } from './readServers';
import { readSeverities } from './readSeverities';
import { invalidKey } from './reading';

/** The section `tenants.prometheus`. */
export interface PrometheusConfig {
  servers: MetricsServer[];
  metrics: MetricDefinition[];
  /** Time after which a request is given up. */
  timeoutMs: number;
  /** Time between two looks at the current values. */
  intervalMs: number;
  /** Age from which on a value does not count any more. */
  maximumAgeSeconds: number;
  /** What a firing alert means, by its severity. */
  severities: ReadonlyMap<string, Health>;
}

const path = 'tenants.prometheus';

/**
 * Reads the section `tenants.prometheus`; undefined when there is none.
 *
 * @throws InputError that names the key when a value is wrong.
 */
export function readPrometheusConfig(
  rootConfig: Config,
): PrometheusConfig | undefined {
  const config = rootConfig.getOptionalConfig(path);
  if (!config) return undefined;
  return {
    servers: readServers(config),
    metrics: readCatalogue(config),
    timeoutMs: readMilliseconds(config, 'timeout', 10_000),
    intervalMs: readMilliseconds(config, 'interval', 30_000),
    maximumAgeSeconds: Math.round(
      readMilliseconds(config, 'maximumAge', 180_000) / 1_000,
    ),
    severities: readSeverities(config),
  };
}

function readMilliseconds(
  config: Config,
  key: string,
  fallback: number,
): number {
  if (!config.has(key)) return fallback;
  const duration = readDurationFromConfig(config, { key });
  const milliseconds = durationToMilliseconds(duration);
  if (milliseconds < 1_000) {
    throw invalidKey(`${path}.${key}`, 'must be at least a second');
  }
  return milliseconds;
}
