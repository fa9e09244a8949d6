import fc from 'fast-check';
import { parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['16', 16],
    ['500m', 0.5],
    ['96Gi', 96 * 2 ** 30],
    ['1.5Ti', 1.5 * 2 ** 40],
    ['2k', 2_000],
    ['1e3', 1_000],
    ['.5', 0.5],
    ['2E', 2e18],
    ['0', 0],
  ])('reads %s', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value);
  });

  it.each(['', 'Gi', '1 Gi', '1GB', 'ten', '--1'])('refuses "%s"', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it('never throws and never gives anything but a number', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const value = parseQuantity(text);
        expect(value === undefined || !Number.isNaN(value)).toBe(true);
      }),
    );
  });
});
