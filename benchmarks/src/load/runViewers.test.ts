import { setTimeout as delay } from 'node:timers/promises';
import { errors } from 'undici';
import { runViewers } from './runViewers';

describe('runViewers', () => {
  it('counts views and bytes of all viewers', async () => {
    let views = 0;
    const result = await runViewers({
      viewers: 4,
      durationMs: 50,
      view: async () => {
        views += 1;
        await delay(5);
        return 10;
      },
    });
    expect(result.viewers).toBe(4);
    expect(result.bytesPerView).toBe(10);
    expect(views).toBeGreaterThanOrEqual(4);
    expect(result.p50).toBeLessThanOrEqual(result.p99);
  });

  it('looks at least once', async () => {
    const view = jest.fn().mockResolvedValue(1);
    await runViewers({ viewers: 2, durationMs: 0, view });
    expect(view).toHaveBeenCalledTimes(2);
  });

  it('tells how often there was no answer in time', async () => {
    const view = jest
      .fn()
      .mockRejectedValueOnce(new errors.HeadersTimeoutError())
      .mockResolvedValue(10);
    const result = await runViewers({ viewers: 2, durationMs: 0, view });
    expect(result).toMatchObject({ notAnswered: 1, bytesPerView: 10 });
  });

  it('does not count a failure as a view', async () => {
    await expect(
      runViewers({
        viewers: 1,
        durationMs: 10,
        view: () => Promise.reject(new Error('refused')),
      }),
    ).rejects.toThrow('refused');
  });
});
