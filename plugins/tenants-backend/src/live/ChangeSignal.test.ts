import { mockServices } from '@backstage/backend-test-utils';
import { ChangeSignal } from './ChangeSignal';

describe('ChangeSignal', () => {
  const publish = jest.fn();
  const logger = mockServices.logger.mock();
  let signal: ChangeSignal;

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    jest.resetAllMocks();
    publish.mockResolvedValue(undefined);
    signal = new ChangeSignal({ signals: { publish }, logger });
  });

  afterEach(() => jest.useRealTimers());

  it('sends a message that names nothing', () => {
    signal.send();
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'tenants',
          message: { type: 'tenants-changed' },
        },
      ],
    ]);
  });

  it('sends at most once a second, and the last change too', () => {
    signal.send();
    signal.send();
    jest.advanceTimersByTime(400);
    signal.send();
    expect(publish).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(600);
    expect(publish).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(5_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('sends nothing after it was stopped', () => {
    signal.send();
    signal.send();
    signal.stop();
    jest.advanceTimersByTime(5_000);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('survives a signals service that fails', async () => {
    publish.mockRejectedValue(new Error('no events backend'));
    signal.send();
    await Promise.resolve();
    await Promise.resolve();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no events backend'),
    );
  });
});
