import { ageOf, humanDuration } from './duration';

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

describe('humanDuration', () => {
  it.each([
    [-5 * seconds, '0s'],
    [0, '0s'],
    [119 * seconds, '119s'],
    [2 * minutes, '2m'],
    [5 * minutes + 30 * seconds, '5m30s'],
    [10 * minutes + 30 * seconds, '10m'],
    [3 * hours + 5 * minutes, '3h5m'],
    [8 * hours + 5 * minutes, '8h'],
    [47 * hours, '47h'],
    [2 * days + 3 * hours, '2d3h'],
    [8 * days + 3 * hours, '8d'],
    [729 * days, '729d'],
    [800 * days, '2y70d'],
    [3000 * days, '8y'],
  ])('shows %d ms as %s', (duration, expected) => {
    expect(humanDuration(duration)).toBe(expected);
  });
});

describe('ageOf', () => {
  const now = new Date('2026-03-01T12:00:00Z');

  it('counts from an RFC 3339 time', () => {
    expect(ageOf('2026-03-01T11:59:00Z', now)).toBe('60s');
  });

  it.each([undefined, null, 7, 'yesterday'])('does not know %s', since => {
    expect(ageOf(since, now)).toBe('<unknown>');
  });
});
