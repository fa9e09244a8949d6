import type { MetricUnit } from '@tenantry/plugin-tenants-common';

type Format = (value: number, locale: string) => string;

const hour = 3_600;
const day = 24 * hour;

/** Size in seconds, name, and the number of seconds from which on it is used. */
const durationUnits: [size: number, name: string, from: number][] = [
  [day, 'd', 2 * day],
  [hour, 'h', 2 * hour],
  [1, 's', 1],
];
const milliseconds: [size: number, name: string] = [0.001, 'ms'];

const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const formats: Record<MetricUnit, Format> = {
  bytes: (value, locale) => {
    const power = Math.min(
      Math.max(Math.floor(Math.log2(Math.abs(value) || 1) / 10), 0),
      binaryUnits.length - 1,
    );
    return `${decimal(value / 1024 ** power, locale)} ${binaryUnits[power]}`;
  },
  seconds: (value, locale) => {
    const [size, name] =
      durationUnits.find(([, , from]) => Math.abs(value) >= from) ??
      milliseconds;
    return value === 0
      ? `${decimal(0, locale)} s`
      : `${decimal(value / size, locale)} ${name}`;
  },
  cores: (value, locale) => `${decimal(value, locale)} CPU`,
  count: decimal,
  ratio: (value, locale) => `${decimal(value * 100, locale)} %`,
  coins: (value, locale) => `${decimal(value, locale)} CC`,
};

/** A value with its unit, in three significant digits or whole. */
export function formatMetric(
  value: number,
  unit: MetricUnit,
  locale: string,
): string {
  return formats[unit](value, locale);
}

function decimal(value: number, locale: string): string {
  return Math.abs(value) >= 100
    ? value.toLocaleString(locale, { maximumFractionDigits: 0 })
    : value.toLocaleString(locale, { maximumSignificantDigits: 3 });
}
