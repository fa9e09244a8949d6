import fc from 'fast-check';
import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['0.7.4', '0.7.4', 0],
    ['0.7.4', '0.7.10', -1],
    ['0.8', '0.7.9', 1],
    ['1', '1.0.0', 0],
    ['v1.2', '1.2', 0],
    ['next', 'next', 0],
    ['0.7.4-rc1', '0.7.4', undefined],
    ['', '1', undefined],
  ])('compares %s with %s as %p', (left, right, sign) => {
    const result = compareVersions(left, right);
    expect(result === undefined ? result : Math.sign(result)).toBe(sign);
  });

  it('is an order', () => {
    const version = fc
      .array(fc.nat(20), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('.'));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const compare = (left: string, right: string) =>
          Math.sign(compareVersions(left, right)!);
        expect(compare(a, b) + compare(b, a)).toBe(0);
        const [low, middle, high] = [a, b, c].sort(compare);
        expect(compare(low, middle)).toBeLessThanOrEqual(0);
        expect(compare(middle, high)).toBeLessThanOrEqual(0);
        expect(compare(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
