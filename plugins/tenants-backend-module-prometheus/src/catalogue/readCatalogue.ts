import { Config } from '@backstage/config';
import { cantonMetrics } from './canton';
import { invalidKey, readChoice } from '../config/reading';
import { MetricDefinition, Severity } from './MetricDefinition';
import { readMetric } from './readMetric';

const path = 'tenants.prometheus';
const maximumMetrics = 60;
const severities: readonly Severity[] = ['warning', 'critical'];
const defaultReserveBytes = 200_000;

/**
 * Every query that is ever sent: the built-in metrics, those of the configuration, which replace
 * built-in ones of the same id, and the limits that the configuration sets.
 *
 * @param config - the section `tenants.prometheus`
 * @throws InputError that names the key, the value and the rule.
 */
export function readCatalogue(config: Config): MetricDefinition[] {
  const own = readOwnMetrics(config);
  const ids = new Set(own.map(({ id }) => id));
  const metrics = [
    ...readBuiltIn(config).filter(({ id }) => !ids.has(id)),
    ...own,
  ];
  if (metrics.length > maximumMetrics) {
    throw invalidKey(
      `${path}.catalogue`,
      `must not have more than ${maximumMetrics} metrics`,
    );
  }
  return withLimits(metrics, config.getOptionalConfig('thresholds'));
}

function readBuiltIn(config: Config): MetricDefinition[] {
  const builtIn = readChoice(config, 'catalogue.builtIn', {
    path,
    choices: ['canton', 'none'] as const,
    fallback: 'canton',
  });
  if (builtIn === 'none') return [];
  const trafficReserveBytes =
    config.getOptionalNumber('thresholds.traffic-balance.critical') ??
    defaultReserveBytes;
  return cantonMetrics({ trafficReserveBytes });
}

function readOwnMetrics(config: Config): MetricDefinition[] {
  const key = 'catalogue.metrics';
  const metrics = (config.getOptionalConfigArray(key) ?? []).map(
    (metric, index) => readMetric(metric, `${path}.${key}[${index}]`),
  );
  const ids = metrics.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice) throw invalidKey(`${path}.${key}`, `names "${twice}" twice`);
  return metrics;
}

function withLimits(
  metrics: MetricDefinition[],
  thresholds: Config | undefined,
): MetricDefinition[] {
  return (thresholds?.keys() ?? []).reduce(
    (current, id) => withLimitsOf(current, id, thresholds!.getConfig(id)),
    metrics,
  );
}

function withLimitsOf(
  metrics: MetricDefinition[],
  id: string,
  limits: Config,
): MetricDefinition[] {
  const key = `${path}.thresholds.${id}`;
  const metric = metrics.find(candidate => candidate.id === id);
  if (!metric?.check) throw invalidKey(key, 'is no metric that is judged');
  const { levels } = metric.check;
  const unknown = limits
    .keys()
    .find(name => !levels.some(({ severity }) => severity === name));
  if (unknown) {
    const known = severities.filter(name =>
      levels.some(({ severity }) => severity === name),
    );
    throw invalidKey(`${key}.${unknown}`, `must be ${known.join(' or ')}`);
  }
  const check = {
    ...metric.check,
    levels: levels.map(level => ({
      ...level,
      limit: limits.getOptionalNumber(level.severity) ?? level.limit,
    })),
  };
  return metrics.map(other =>
    other === metric ? { ...metric, check } : other,
  );
}
