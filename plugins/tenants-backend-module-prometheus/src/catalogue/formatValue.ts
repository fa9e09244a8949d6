import { MetricUnit } from '@tenantry/plugin-tenants-common';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const formats: Record<MetricUnit, (value: number) => string> = {
  bytes: value => `${whole(value)} bytes`,
  seconds: formatSeconds,
  cores: value => `${decimal(value)} cores`,
  count: value => whole(value),
  // Down, so that what is nearly full or nearly used up is not made to look better.
  ratio: value => `${Math.floor(value * 100)} %`,
  coins: value => `${decimal(value)} coins`,
};

/** A value for a message, with its unit, as exact as a person needs it. */
export function formatValue(value: number, unit: MetricUnit): string {
  return formats[unit](value);
}

function formatSeconds(value: number): string {
  const size = Math.abs(value);
  if (size >= 2 * day) return `${decimal(value / day)} days`;
  if (size >= 2 * hour) return `${decimal(value / hour)} h`;
  return size >= 5 * minute
    ? `${whole(value / minute)} min`
    : `${whole(value)} s`;
}

// Formatters are made once: making one costs more than a thousand uses.
const wholeFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const decimalFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function whole(value: number): string {
  return wholeFormat.format(Math.round(value) || 0);
}

function decimal(value: number): string {
  return decimalFormat.format(value);
}
