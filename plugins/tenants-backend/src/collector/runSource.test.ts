import { mockServices } from '@backstage/backend-test-utils';
import { StatusSource } from '@tenantry/plugin-tenants-node';
import { runSource } from './runSource';

describe('runSource', () => {
  const logger = mockServices.logger.mock();
  const bindings = { current: () => new Map(), onChange: () => undefined };
  const sink = { report: () => undefined, reportConnectivity: () => undefined };

  beforeEach(() => jest.resetAllMocks());

  /** Runs a source that behaves as told and is stopped after so many runs. */
  async function runTimes(runs: number, run: StatusSource['run']) {
    const controller = new AbortController();
    let started = 0;
    await runSource({
      source: {
        id: 'fake',
        async run(options) {
          if (++started === runs) {
            controller.abort();
          }
          await run(options);
        },
      },
      bindings,
      sink,
      logger,
      signal: controller.signal,
      minimumDelayMs: 1,
      maximumDelayMs: 2,
    });
    return started;
  }

  it('starts a source again that fails, and says so', async () => {
    const failing = () => Promise.reject(new Error('bug'));
    expect(await runTimes(4, failing)).toBe(4);
    expect(logger.error).toHaveBeenCalledTimes(3);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('fake failed'),
      expect.objectContaining({ message: 'bug' }),
    );
  });

  it('starts a source again that ends on its own', async () => {
    expect(await runTimes(3, async () => undefined)).toBe(3);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('says nothing when the source ends because it was told to', async () => {
    expect(await runTimes(1, () => Promise.reject(new Error('aborted')))).toBe(
      1,
    );
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('hands over what a source needs', async () => {
    const run = jest.fn(async () => undefined);
    await runTimes(1, run);
    expect(run).toHaveBeenCalledWith({
      bindings,
      sink,
      signal: expect.any(AbortSignal),
    });
  });
});
