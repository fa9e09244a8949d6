import { extrapolatedChange, lastChange } from './change';

const rate = extrapolatedChange({ counter: true, rate: true });
const increase = extrapolatedChange({ counter: true, rate: false });
const delta = extrapolatedChange({ counter: false, rate: false });

function points(...values: number[]) {
  return values.map((value, index) => ({ timestamp: 10 + index * 10, value }));
}

describe('extrapolatedChange', () => {
  const window = { start: 5, end: 55 };

  it('extends the change to the edges of the range', () => {
    const steady = points(100, 110, 120, 130, 140);
    expect(increase(steady, window)).toBeCloseTo(50);
    expect(rate(steady, window)).toBeCloseTo(1);
  });

  it('counts on after a counter began again', () => {
    expect(increase(points(100, 110, 3, 13, 23), window)).toBeCloseTo(
      (33 * 50) / 40,
    );
  });

  it('takes a gauge that falls as it is', () => {
    expect(delta(points(100, 80, 60, 40, 20), window)).toBeCloseTo(-100);
  });

  it('does not extend a counter to before it was 0', () => {
    expect(increase(points(0, 10, 20), { start: 5, end: 35 })).toBeCloseTo(25);
  });

  it('extends by half a step where the values end long before the range', () => {
    const longer = { start: 5, end: 105 };
    expect(delta(points(0, 10, 20), longer)).toBeCloseTo(30);
  });

  it('needs two values', () => {
    expect(rate(points(1), window)).toBeUndefined();
  });
});

describe('lastChange', () => {
  it('looks at the last two values only', () => {
    const irate = lastChange({ counter: true, rate: true });
    expect(irate(points(0, 100, 120))).toBe(2);
    expect(irate(points(0, 100, 20))).toBe(2);
    expect(irate(points(1))).toBeUndefined();
    expect(lastChange({ counter: false, rate: false })(points(5, 2))).toBe(-3);
  });
});
