import { Times } from './Times';

describe('Times', () => {
  it.each([
    [50, 50],
    [95, 95],
    [100, 100],
  ])('knows below what %s percent of them lie', (share, expected) => {
    const times = new Times();
    for (let ms = 100; ms > 0; ms -= 1) {
      times.add(ms);
    }
    expect(times.percentile(share)).toBeCloseTo(expected, 0);
  });

  it('tells short ones apart', () => {
    const times = new Times();
    times.add(0.25);
    expect(times.percentile(50)).toBeCloseTo(0.25, 3);
  });

  it('knows none of nothing', () => {
    expect(new Times().percentile(50)).toBeNaN();
  });
});
