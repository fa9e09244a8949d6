import { percentile } from './percentile';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.5, 50],
    [0.95, 95],
    [1, 100],
    [0, 1],
  ])('finds the value below which a share of %s lies', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it('knows no value of nothing', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});
