import { createSimulatedClock } from './createSimulatedClock';
import { createWorkQueue } from './WorkQueue';

const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

function setUp(process: (key: string) => number | undefined) {
  const clock = createSimulatedClock(new Date(0));
  const queue = createWorkQueue({ clock, logger, name: 'The test', process });
  return { clock, queue };
}

describe('createWorkQueue', () => {
  it('looks at a key once however often it was added, at the earliest time asked', () => {
    const seen: [string, number][] = [];
    const { clock, queue } = setUp(key => {
      seen.push([key, clock.now().getTime()]);
      return undefined;
    });
    queue.add('a', 500);
    queue.add('a', 200);
    queue.add('a', 900);
    clock.advance(2_000);
    expect(seen).toEqual([['a', 200]]);
  });

  it('looks again when it is told to', () => {
    const seen: number[] = [];
    const { clock, queue } = setUp(() => {
      seen.push(clock.now().getTime());
      return seen.length < 3 ? 1_000 : undefined;
    });
    queue.add('a');
    clock.advance(10_000);
    expect(seen).toEqual([0, 1_000, 2_000]);
  });

  it('logs a failure and tries again', () => {
    let attempts = 0;
    const { clock, queue } = setUp(() => {
      attempts += 1;
      if (attempts === 1) {
        throw new Error('out of order');
      }
      return undefined;
    });
    queue.add('a');
    clock.advance(5_000);
    expect(attempts).toBe(2);
    expect(logger.error).toHaveBeenCalledWith(
      'The test failed at a: Error: out of order',
    );
  });

  it('does nothing once it is closed', () => {
    const process = jest.fn();
    const { clock, queue } = setUp(process);
    queue.add('a', 100);
    queue.close();
    clock.advance(1_000);
    expect(process).not.toHaveBeenCalled();
  });
});
