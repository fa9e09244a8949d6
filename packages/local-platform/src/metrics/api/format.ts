import { Labels, Point } from '../promql';

/** A value as the HTTP API writes it: decimal, never with an exponent. */
export function formatValue(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  return withoutExponent(String(value));
}

export function formatPoint({ timestamp, value }: Point): [number, string] {
  return [Math.round(timestamp * 1000) / 1000, formatValue(value)];
}

export function formatLabels(labels: Labels): Record<string, string> {
  return Object.fromEntries(labels);
}

function withoutExponent(text: string): string {
  const [, sign, whole, fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text)!;
  if (!exponent) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  return point > 0
    ? `${sign}${digits.padEnd(point, '0')}`
    : `${sign}0.${'0'.repeat(-point)}${digits}`;
}
