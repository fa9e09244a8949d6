import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { defaultThresholds, Thresholds } from './Thresholds';

const section = 'tenants.kubernetes';

/**
 * Reads the section `tenants.kubernetes`; what it leaves out has its default.
 *
 * @throws InputError that names the key when a value is wrong.
 */
export function readThresholds(root: Config): Thresholds {
  const config = root.getOptionalConfig(section);
  return config
    ? { ...defaultThresholds, ...readSection(config) }
    : defaultThresholds;
}

function readSection(config: Config): Partial<Thresholds> {
  const given: Partial<Thresholds> = {
    certificateExpiryMs: readDuration(config, 'certificates.expiringWithin'),
    certificateRenewalMs: readDuration(
      config,
      'certificates.renewalOverdueAfter',
    ),
    backupAgeMs: readDuration(config, 'backups.maximumAge'),
    backupCronJobs: config.getOptionalStringArray('backups.cronJobs'),
    quotaUse: readShare(config, 'quotas.nearlyUsed'),
    secretRefreshIntervals: readCount(config, 'secrets.refreshIntervals'),
    podStartMs: readDuration(config, 'pods.startWithin'),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
}

function readDuration(config: Config, key: string): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const duration = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (!(duration > 0)) {
    throw invalid(key, 'must be longer than nothing');
  }
  return duration;
}

function readShare(config: Config, key: string): number | undefined {
  const share = config.getOptionalNumber(key);
  if (share !== undefined && !(share > 0 && share <= 1)) {
    throw invalid(key, 'must be above 0 and at most 1');
  }
  return share;
}

function readCount(config: Config, key: string): number | undefined {
  const count = config.getOptionalNumber(key);
  if (count !== undefined && !(count >= 1)) {
    throw invalid(key, 'must be at least 1');
  }
  return count;
}

function invalid(key: string, rule: string): InputError {
  return new InputError(`The configuration ${section}.${key} ${rule}.`);
}
