import { Health, MetricUnit } from '@tenantry/plugin-tenants-common';
import { plainText } from '../plainText';
import { formatValue } from './formatValue';
import {
  Assessment,
  MetricCheck,
  MetricDefinition,
  MetricLevel,
  MetricValue,
  Severity,
} from './MetricDefinition';

/**
 * What lies beyond a limit is broken when it is critical. A warning is neither well nor broken:
 * of the words that there are for health, `Progressing` is the one for what needs no alarm yet.
 */
export const healthOfSeverity: Record<Severity, Health> = {
  warning: 'Progressing',
  critical: 'Degraded',
};

/** What the text of a level may hold: the value that decides, its limit and their distance, and which series lie beyond. */
export const messagePlaceholders = ['value', 'limit', 'distance', 'names'];

const maximumNames = 5;
const maximumNameLength = 60;

/**
 * Judges the values of one metric in one tenant environment by the worst of them; `undefined`
 * without values, or without a check.
 */
export function assess(
  { check, unit }: Pick<MetricDefinition, 'check' | 'unit'>,
  values: readonly MetricValue[],
): Assessment | undefined {
  if (!check || values.length === 0) return undefined;
  const worst = worstOf(values, check);
  const level = levelOf(worst, check);
  return level
    ? {
        health: healthOfSeverity[level.severity],
        reason: level.reason,
        message: renderMessage(level, {
          worst,
          unit,
          names: values
            .filter(({ value }) => isBeyond(value, level, check))
            .flatMap(({ series }) => series ?? []),
        }),
      }
    : { health: 'Healthy' };
}

function worstOf(
  values: readonly MetricValue[],
  { unwell }: MetricCheck,
): number {
  return values.reduce(
    (worst, { value }) =>
      unwell === 'above' ? Math.max(worst, value) : Math.min(worst, value),
    values[0].value,
  );
}

/** The most severe level that the value lies beyond. */
function levelOf(value: number, check: MetricCheck): MetricLevel | undefined {
  const beyond = check.levels.filter(level => isBeyond(value, level, check));
  return beyond.find(({ severity }) => severity === 'critical') ?? beyond[0];
}

function isBeyond(
  value: number,
  { limit }: MetricLevel,
  { unwell }: MetricCheck,
): boolean {
  return unwell === 'above' ? value > limit : value < limit;
}

function renderMessage(
  { message, limit }: MetricLevel,
  { worst, unit, names }: { worst: number; unit: MetricUnit; names: string[] },
): string {
  const texts: Record<string, string> = {
    value: formatValue(worst, unit),
    limit: formatValue(limit, unit),
    distance: formatValue(Math.abs(worst - limit), unit),
    names: listOf(names),
  };
  return message.replace(
    /\{(\w+)\}/g,
    (placeholder, name) => texts[name] ?? placeholder,
  );
}

function listOf(names: string[]): string {
  const shown = [...new Set(names)].sort();
  const listed = shown
    .slice(0, maximumNames)
    .map(name => plainText(name, maximumNameLength));
  const more = shown.length - listed.length;
  if (listed.length === 0) return 'no name is reported';
  return `${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
