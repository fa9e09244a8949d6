import { ClockOffset } from './ClockOffset';

const minuteMs = 60_000;

function offsetOf(...dates: (string | undefined)[]): number {
  const clock = new ClockOffset();
  dates.forEach(date => clock.learn(date));
  return Math.round((clock.now().getTime() - Date.now()) / 1_000);
}

const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * minuteMs).toUTCString();

describe('ClockOffset', () => {
  it('is that of the last answer', () => {
    expect(offsetOf()).toBe(0);
    expect(Math.abs(offsetOf(inMinutes(7)) - 7 * 60)).toBeLessThan(2);
    expect(Math.abs(offsetOf(inMinutes(-3)) + 3 * 60)).toBeLessThan(2);
    expect(offsetOf(inMinutes(7), inMinutes(0))).toBe(0);
  });

  it('does not heed what an answer takes to arrive', () => {
    expect(offsetOf(new Date(Date.now() - 3_000).toUTCString())).toBe(0);
  });

  it.each([undefined, '', 'yesterday'])('is not changed by %j', date => {
    expect(Math.abs(offsetOf(inMinutes(7), date) - 7 * 60)).toBeLessThan(2);
  });
});
