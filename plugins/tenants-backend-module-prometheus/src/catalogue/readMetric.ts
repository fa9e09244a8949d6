import { Config } from '@backstage/config';
import { MetricUnit } from '@tenantry/plugin-tenants-common';
import { isLabelName } from '../matchers';
import { checkQuery } from '../promql';
import { messagePlaceholders } from './assess';
import { invalidKey, readChoice, readText } from '../config/reading';
import { MetricCheck, MetricDefinition, MetricLevel } from './MetricDefinition';

const units: readonly MetricUnit[] = [
  'bytes',
  'seconds',
  'cores',
  'count',
  'ratio',
  'coins',
];
const slug = {
  pattern: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  rule: 'lower-case letters, digits and dashes',
};
const word = {
  pattern: /^[A-Z][A-Za-z0-9]{0,62}$/,
  rule: 'one CamelCase word',
};
const line = {
  pattern: /^[^\p{Cc}\p{Cf}]{1,500}$/u,
  rule: 'one line of at most 500 characters',
};

/**
 * Reads one entry of `tenants.prometheus.catalogue.metrics`.
 *
 * @param path - of the entry, for errors
 * @throws InputError that names the key, the value and the rule.
 */
export function readMetric(config: Config, path: string): MetricDefinition {
  const id = readText(config, 'id', { path, ...slug });
  const seriesLabel = config.getOptionalString('seriesLabel');
  if (seriesLabel !== undefined && !isLabelName(seriesLabel)) {
    throw invalidKey(`${path}.seriesLabel`, 'must be the name of a label');
  }
  const check = config.getOptionalConfig('check');
  return {
    id,
    title: readText(config, 'title', { path, ...line }),
    description: readText(config, 'description', { path, ...line }),
    unit: readChoice(config, 'unit', { path, choices: units }),
    query: readQuery(config, path, seriesLabel),
    ...(seriesLabel && { seriesLabel }),
    chart: config.getOptionalBoolean('chart') ?? true,
    ...(check && { check: readCheck(check, `${path}.check`) }),
  };
}

function readQuery(config: Config, path: string, seriesLabel?: string): string {
  const query = config.getString('query');
  try {
    checkQuery(query, seriesLabel);
    return query;
  } catch (error) {
    throw invalidKey(
      `${path}.query`,
      `cannot be asked for all tenants at once: ${(error as Error).message}`,
    );
  }
}

function readCheck(config: Config, path: string): MetricCheck {
  const levels = config
    .getConfigArray('levels')
    .map((level, index) => readLevel(level, `${path}.levels[${index}]`));
  const severities = new Set(levels.map(({ severity }) => severity));
  if (levels.length === 0 || severities.size < levels.length) {
    throw invalidKey(
      `${path}.levels`,
      'must have one level, or one for each severity',
    );
  }
  const choices = ['above', 'below'] as const;
  return {
    expected: config.getOptionalBoolean('expected') ?? false,
    unwell: readChoice(config, 'unwell', { path, choices }),
    levels,
    ...(config.has('runbook') && {
      runbook: readText(config, 'runbook', { path, ...slug }),
    }),
  };
}

function readLevel(config: Config, path: string): MetricLevel {
  const message = readText(config, 'message', { path, ...line });
  const unknown = [...message.matchAll(/\{(\w*)\}/g)].find(
    ([, name]) => !messagePlaceholders.includes(name),
  );
  if (unknown) {
    throw invalidKey(
      `${path}.message`,
      `knows {${messagePlaceholders.join('}, {')}}, not ${unknown[0]}`,
    );
  }
  const choices = ['warning', 'critical'] as const;
  return {
    severity: readChoice(config, 'severity', { path, choices }),
    limit: config.getNumber('limit'),
    label: readText(config, 'label', { path, ...line }),
    reason: readText(config, 'reason', { path, ...word }),
    message,
  };
}
