import { createSimulatedClock } from './createSimulatedClock';

const start = new Date('2026-01-01T00:00:00Z');

describe('createSimulatedClock', () => {
  it('stands, and calls back in order and at the right time when it is moved', () => {
    const clock = createSimulatedClock(start);
    const calls: [string, string][] = [];
    const note = (name: string) => () =>
      calls.push([name, clock.now().toISOString()]);
    clock.after(2_000, note('second'));
    clock.after(1_000, note('first'));
    clock.after(1_000, note('also first'));
    clock.after(9_000, note('never'));

    clock.advance(5_000);

    expect(calls).toEqual([
      ['first', '2026-01-01T00:00:01.000Z'],
      ['also first', '2026-01-01T00:00:01.000Z'],
      ['second', '2026-01-01T00:00:02.000Z'],
    ]);
    expect(clock.now()).toEqual(new Date('2026-01-01T00:00:05Z'));
  });

  it('calls back what was asked for on the way', () => {
    const clock = createSimulatedClock(start);
    let ticks = 0;
    const tick = () => {
      ticks += 1;
      clock.after(1_000, tick);
    };
    tick();
    clock.advance(10_000);
    expect(ticks).toBe(11);
  });

  it('calls back once and late what fell due while it slept', () => {
    const clock = createSimulatedClock(start);
    const seen: string[] = [];
    const tick = () => {
      seen.push(clock.now().toISOString());
      clock.after(1_000, tick);
    };
    clock.after(1_000, tick);
    clock.skipTo(new Date('2026-01-02T00:00:00Z'));
    expect(seen).toEqual(['2026-01-02T00:00:00.000Z']);
  });

  it('does not go back', () => {
    const clock = createSimulatedClock(start);
    clock.skipTo(new Date('2025-01-01T00:00:00Z'));
    expect(clock.now()).toEqual(start);
  });

  it('forgets what is cancelled', () => {
    const clock = createSimulatedClock(start);
    const callback = jest.fn();
    clock.after(1_000, callback)();
    clock.advance(2_000);
    expect(callback).not.toHaveBeenCalled();
  });

  it('hands what is waiting over to the time of the machine', () => {
    jest.useFakeTimers({ now: start });
    const clock = createSimulatedClock(start);
    const callback = jest.fn();
    clock.after(1_000, callback);
    clock.goLive();
    jest.advanceTimersByTime(999);
    expect(callback).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
    expect(() => clock.advance(1)).toThrow('live');
    clock.close();
    clock.after(1, callback);
    jest.advanceTimersByTime(10);
    expect(callback).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});
