/** A number that looks random and depends on nothing but the text: 32 bits of FNV-1a. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(value);
}

/** Between `low` and `high`, fixed by the seed. */
export function between(seed: string, low: number, high: number): number {
  return low + (hash(seed) / 2 ** 32) * (high - low);
}

/** Moves smoothly between 0 and 1 and has a new direction each `period` seconds. */
export function noise(seed: string, timestamp: number, period: number): number {
  const position = timestamp / period;
  const index = Math.floor(position);
  const fraction = position - index;
  const weight = fraction * fraction * (3 - 2 * fraction);
  const start = unit(seed, index);
  return start + (unit(seed, index + 1) - start) * weight;
}

/** Day and night, busy hours and moments: amplitude and period in seconds of each wave. */
const waves = [
  { amplitude: 0.3, period: 86_400 },
  { amplitude: 0.2, period: 10_800 },
  { amplitude: 0.1, period: 1_020 },
];

/** Load that goes up and down around 1, and is never below 0.4. */
export function load(seed: string, timestamp: number): number {
  return waves.reduce(
    (sum, { amplitude, period }) =>
      sum + amplitude * Math.sin(angle(seed, timestamp, period)),
    1,
  );
}

/** The sum of {@link load} over the seconds from one moment to another. */
export function totalLoad(seed: string, from: number, to: number): number {
  return waves.reduce((sum, { amplitude, period }) => {
    const change =
      Math.cos(angle(seed, from, period)) - Math.cos(angle(seed, to, period));
    return sum + (amplitude * period * change) / (2 * Math.PI);
  }, to - from);
}

function angle(seed: string, timestamp: number, period: number): number {
  const phase = unit(seed, period);
  return 2 * Math.PI * (timestamp / period + phase);
}

function unit(seed: string, index: number): number {
  return mix(hash(seed) ^ Math.imul(index, 0x9e3779b1)) / 2 ** 32;
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
