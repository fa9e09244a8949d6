import type { MetricUnit } from '@tenantry/plugin-tenants-common';

type Format = (value: number, locale: string, size: number) => string;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Size in seconds, name, and the number of seconds from which on it is used. */
const durationUnits: [size: number, name: string, from: number][] = [
  [day, 'd', 2 * day],
  [hour, 'h', 2 * hour],
  [minute, 'min', 5 * minute],
  [1, 's', 1],
  [0.001, 'ms', 0],
];

const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const sizes: Partial<Record<MetricUnit, (value: number) => number>> = {
  bytes: value => {
    const power = Math.floor(Math.log2(Math.abs(value) || 1) / 10);
    return 1024 ** Math.min(Math.max(power, 0), binaryUnits.length - 1);
  },
  seconds: value =>
    value === 0
      ? 1
      : durationUnits.find(([, , from]) => Math.abs(value) >= from)![0],
  ratio: () => 0.01,
};

const formats: Record<MetricUnit, Format> = {
  bytes: (value, locale, size) =>
    `${decimal(value / size, locale)} ${binaryUnits[Math.log2(size) / 10]}`,
  seconds: (value, locale, size) => {
    const [, name] = durationUnits.find(([known]) => known === size)!;
    return `${decimal(value / size, locale)} ${name}`;
  },
  cores: (value, locale) => `${decimal(value, locale)} CPU`,
  count: decimal,
  ratio: (value, locale, size) => `${decimal(value / size, locale)} %`,
  coins: (value, locale) => `${decimal(value, locale)} CC`,
};

/** Size of the unit in which a value is written: 60 for seconds that are written as minutes. */
export function unitSize(value: number, unit: MetricUnit): number {
  return sizes[unit]?.(value) ?? 1;
}

/**
 * A value with its unit, in three significant digits or whole.
 *
 * @param like - a value in whose unit it is written, where several values are to be compared
 */
export function formatMetric(
  value: number,
  unit: MetricUnit,
  locale: string,
  like = value,
): string {
  return formats[unit](value, locale, unitSize(like, unit));
}

function decimal(value: number, locale: string): string {
  return Math.abs(value) >= 100
    ? value.toLocaleString(locale, { maximumFractionDigits: 0 })
    : value.toLocaleString(locale, { maximumSignificantDigits: 3 });
}
