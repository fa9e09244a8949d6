import { ClockOffset } from './ClockOffset';

const now = Date.parse('2026-09-01T12:00:00Z');

/** In seconds. */
function offsetOf(...dates: (string | undefined)[]): number {
  const clock = new ClockOffset();
  dates.forEach(date => clock.learn(date));
  return (clock.now().getTime() - now) / 1_000;
}

const inSeconds = (seconds: number) =>
  new Date(now + seconds * 1_000).toUTCString();

describe('ClockOffset', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is that of the last answer', () => {
    expect(offsetOf()).toBe(0);
    expect(offsetOf(inSeconds(420))).toBe(420);
    expect(offsetOf(inSeconds(-180))).toBe(-180);
    expect(offsetOf(inSeconds(420), inSeconds(0))).toBe(0);
  });

  it('does not heed what an answer takes to arrive', () => {
    expect(offsetOf(inSeconds(-3))).toBe(0);
  });

  it.each([undefined, '', 'yesterday'])('is not changed by %j', date => {
    expect(offsetOf(inSeconds(420), date)).toBe(420);
  });
});
