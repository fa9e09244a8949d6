import { chartRows, isReported, latestValue } from './chartData';

describe('chartRows', () => {
  it('joins series by time, in order, and leaves gaps empty', () => {
    expect(
      chartRows([
        {
          name: 'a',
          points: [
            [20, 2],
            [10, 1],
          ],
        },
        {
          name: 'b',
          points: [
            [20, null],
            [30, 3],
          ],
        },
      ]),
    ).toEqual([
      { time: 10_000, values: [1, null] },
      { time: 20_000, values: [2, null] },
      { time: 30_000, values: [null, 3] },
    ]);
  });
});

describe('isReported', () => {
  it('takes zero for a value, and neither nothing nor gaps', () => {
    expect(isReported([{ name: 'a', points: [[10, 0]] }])).toBe(true);
    expect(isReported([])).toBe(false);
    expect(isReported([{ name: 'a', points: [[10, null]] }])).toBe(false);
  });
});

describe('latestValue', () => {
  it('is empty when the newest point is, however well it was before', () => {
    expect(
      latestValue([
        [10, 1],
        [20, null],
      ]),
    ).toBeNull();
    expect(latestValue([])).toBeNull();
  });
});
