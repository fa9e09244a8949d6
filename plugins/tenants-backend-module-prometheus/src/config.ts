import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { Thresholds } from './catalogue';

/** The section `tenants.prometheus`. */
export interface PrometheusConfig {
  /** Without a slash at the end. */
  url: string;
  timeoutMs: number;
  intervalMs: number;
  headers: Record<string, string>;
  thresholds: Thresholds;
}

/**
 * Reads the section `tenants.prometheus`; undefined when there is none.
 *
 * @throws InputError that names the key when a value is wrong.
 */
export function readPrometheusConfig(
  rootConfig: Config,
): PrometheusConfig | undefined {
  const config = rootConfig.getOptionalConfig('tenants.prometheus');
  if (!config) return undefined;
  return {
    url: readUrl(config.getString('url')),
    timeoutMs: readMilliseconds(config, 'timeout', 10_000),
    intervalMs: readMilliseconds(config, 'interval', 30_000),
    headers: config.getOptional<Record<string, string>>('headers') ?? {},
    thresholds: readThresholds(config),
  };
}

function readThresholds(config: Config): Thresholds {
  const read = (key: string, fallback: number) => {
    const value = config.getOptionalNumber(`thresholds.${key}`) ?? fallback;
    if (value < 0) throw invalid(`thresholds.${key}`, 'must not be negative');
    return value;
  };
  return {
    ledgerLagWarningSeconds: read('ledgerLag.warningSeconds', 60),
    ledgerLagCriticalSeconds: read('ledgerLag.criticalSeconds', 120),
    trafficReserveBytes: read('traffic.reserveBytes', 200_000),
    volumeMinimumFreeRatio: read('volume.minimumFreeRatio', 0.15),
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
  if (milliseconds < 1_000) throw invalid(key, 'must be at least a second');
  return milliseconds;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw invalid('url', 'must be an http or https address');
  }
  if (url.username || url.password) {
    throw invalid('url', 'must not hold credentials; use "headers"');
  }
  return text.replace(/\/+$/, '');
}

function invalid(key: string, rule: string): InputError {
  return new InputError(`The configuration tenants.prometheus.${key} ${rule}.`);
}
