import { PromqlError } from './PromqlError';

const unitSeconds = {
  y: 365 * 86_400,
  w: 7 * 86_400,
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
};
const unitPattern = /(\d+)(ms|[ywdhms])/g;
const durationPattern = /^(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;

/** Seconds of a duration such as `1h30m`, or undefined when the text is none. */
export function parseDuration(text: string): number | undefined {
  if (text === '' || !durationPattern.test(text)) return undefined;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(unitPattern)) {
    seconds += Number(count) * unitSeconds[unit as keyof typeof unitSeconds];
  }
  return seconds;
}

/**
 * A number as PromQL writes it: decimal, hexadecimal, with underscores, infinite, not a number,
 * or a duration, which counts as its seconds.
 *
 * @throws PromqlError of type `bad_data`.
 */
export function parseNumber(text: string): number {
  const [, sign, digits] = /^([+-]?)\s*(.*)$/s.exec(text.toLowerCase())!;
  const value = parseUnsigned(digits);
  if (value === undefined) {
    throw new PromqlError('bad_data', `"${text}" is not a number`);
  }
  return sign === '-' ? -value : value;
}

function parseUnsigned(digits: string): number | undefined {
  if (digits === 'inf') return Infinity;
  if (digits === 'nan') return NaN;
  const value = Number(digits.replace(/_/g, ''));
  return Number.isNaN(value) ? parseDuration(digits) : value;
}

const escapes: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const escapePattern =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gs;

/** The text that a quoted literal stands for; nothing is escaped between backticks. */
export function parseString(literal: string): string {
  const content = literal.slice(1, -1);
  if (literal.startsWith('`')) return content;
  return content.replace(
    escapePattern,
    (_all, byte, short, long, octal, other) => {
      if (octal) return String.fromCodePoint(parseInt(octal, 8));
      if (other) return escapes[other] ?? other;
      return codePoint(parseInt(byte ?? short ?? long, 16));
    },
  );
}

function codePoint(code: number): string {
  if (code > 0x10ffff) {
    throw new PromqlError('bad_data', 'a string holds an invalid character');
  }
  return String.fromCodePoint(code);
}
