import { parseGoDuration } from './goDuration';

describe('parseGoDuration', () => {
  it.each([
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1h0m0s', 3_600_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['0', 0],
    ['0s', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(parseGoDuration(text)).toBe(milliseconds);
  });

  it.each(['', '1', '1d', 'h', '1h 30m'])('refuses "%s"', text => {
    expect(parseGoDuration(text)).toBeUndefined();
  });
});
