import { withinTime } from './withinTime';

describe('withinTime', () => {
  it('passes on what comes in time', async () => {
    expect(await withinTime(1_000, async () => 'here')).toBe('here');
  });

  it('waits no longer, whatever the work does with its signal', async () => {
    let given: AbortSignal | undefined;
    const never = withinTime(20, signal => {
      given = signal;
      return new Promise(() => {});
    });
    await expect(never).rejects.toThrow('nothing answered within 0.02 s.');
    expect(given?.aborted).toBe(true);
  });
});
