import { bearerTokenOf, BearerToken } from './BearerToken';

const connection = { name: 'devnet', url: '', skipTlsVerify: false };
const hourMs = 60 * 60_000;

function inMs(ms: number): Date {
  return new Date(Date.now() + ms);
}

describe('BearerToken', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  });
  afterEach(() => jest.useRealTimers());

  it('is the one of the configuration, which may not change', async () => {
    const token = new BearerToken({ ...connection, token: 'static' });
    expect(await token.current()).toBe('static');
    expect(await token.renew('static')).toBe(false);
  });

  it('is read first where there is none yet', async () => {
    const readToken = jest.fn(async () => ({ token: 'from-file' }));
    const token = new BearerToken({ ...connection, token: '', readToken });
    expect(await Promise.all([token.current(), token.current()])).toEqual([
      'from-file',
      'from-file',
    ]);
    expect(readToken).toHaveBeenCalledTimes(1);
  });

  it('is read again once for all requests that were refused together', async () => {
    const readToken = jest.fn(async () => ({ token: 'new' }));
    const token = new BearerToken({ ...connection, token: 'old', readToken });
    expect(await Promise.all([token.renew('old'), token.renew('old')])).toEqual(
      [true, true],
    );
    expect(await token.renew('old')).toBe(true);
    expect(readToken).toHaveBeenCalledTimes(1);
    expect(await token.current()).toBe('new');
  });

  it('is not worth another try when it is the same', async () => {
    const readToken = async () => ({ token: 'old' });
    const token = new BearerToken({ ...connection, token: 'old', readToken });
    expect(await token.renew('old')).toBe(false);
  });

  it('is renewed ahead of its end, and nobody waits for that', async () => {
    const readToken = jest
      .fn()
      .mockResolvedValueOnce({ token: 'first', expiresAt: inMs(hourMs) })
      .mockResolvedValueOnce({ token: 'second', expiresAt: inMs(2 * hourMs) });
    const token = new BearerToken({ ...connection, token: '', readToken });
    expect(await token.current()).toBe('first');
    await jest.advanceTimersByTimeAsync(hourMs - 3 * 60_000);
    expect(await token.current()).toBe('first');
    expect(readToken).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2 * 60_000);
    expect(await token.current()).toBe('first');
    await jest.advanceTimersByTimeAsync(0);
    expect(await token.current()).toBe('second');
    expect(readToken).toHaveBeenCalledTimes(2);
  });

  it('serves to its end when there is no other, and no longer', async () => {
    const readToken = jest
      .fn()
      .mockResolvedValueOnce({ token: 'first', expiresAt: inMs(hourMs) })
      .mockRejectedValue(new Error('the issuer is away'));
    const token = new BearerToken({ ...connection, token: '', readToken });
    await token.current();
    await jest.advanceTimersByTimeAsync(hourMs - 60_000);
    expect(await token.current()).toBe('first');
    await jest.advanceTimersByTimeAsync(60_000);
    await expect(token.current()).rejects.toThrow('the issuer is away');
  });

  it('says when it cannot be read, and tries again a moment later', async () => {
    const readToken = jest
      .fn()
      .mockRejectedValueOnce(new Error('no file'))
      .mockResolvedValueOnce({ token: 'here' });
    const token = new BearerToken({ ...connection, token: '', readToken });
    const message =
      'The portal has no credentials for the cluster "devnet": no file.';
    await expect(token.current()).rejects.toThrow(message);
    await expect(token.current()).rejects.toThrow(message);
    expect(readToken).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await token.current()).toBe('here');
  });

  it('repeats no credential of what the issuer says', async () => {
    const secret = Buffer.from('a'.repeat(60)).toString('base64url');
    const token = new BearerToken({
      ...connection,
      token: '',
      readToken: async () => {
        throw new Error(`invalid_grant: assertion=${secret}.${secret}`);
      },
    });
    await expect(token.current()).rejects.toThrow('invalid_grant: ***.***.');
  });

  it('is shared by all who talk to a cluster', () => {
    const devnet = { ...connection, token: 'static' };
    expect(bearerTokenOf(devnet)).toBe(bearerTokenOf(devnet));
    expect(bearerTokenOf({ ...devnet })).not.toBe(bearerTokenOf(devnet));
  });
});
