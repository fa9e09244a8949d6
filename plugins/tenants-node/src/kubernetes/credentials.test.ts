import { BearerToken } from './credentials';

const connection = { name: 'devnet', url: '', skipTlsVerify: false };

describe('BearerToken', () => {
  it('is the one of the configuration, which may not change', async () => {
    const token = new BearerToken({ ...connection, token: 'static' });
    expect(await token.current()).toBe('static');
    expect(await token.renew('static')).toBe(false);
  });

  it('is read first where there is none yet', async () => {
    const readToken = jest.fn(async () => 'from-file');
    const token = new BearerToken({ ...connection, token: '', readToken });
    expect(await Promise.all([token.current(), token.current()])).toEqual([
      'from-file',
      'from-file',
    ]);
    expect(readToken).toHaveBeenCalledTimes(1);
  });

  it('is read again once for all requests that were refused together', async () => {
    const readToken = jest.fn(async () => 'new');
    const token = new BearerToken({ ...connection, token: 'old', readToken });
    expect(await Promise.all([token.renew('old'), token.renew('old')])).toEqual(
      [true, true],
    );
    expect(await token.renew('old')).toBe(true);
    expect(readToken).toHaveBeenCalledTimes(1);
    expect(await token.current()).toBe('new');
  });

  it('is not worth another try when it is the same', async () => {
    const readToken = async () => 'old';
    const token = new BearerToken({ ...connection, token: 'old', readToken });
    expect(await token.renew('old')).toBe(false);
  });

  it('says when it cannot be read, and tries again', async () => {
    const readToken = jest
      .fn()
      .mockRejectedValueOnce(new Error('no file'))
      .mockResolvedValueOnce('here');
    const token = new BearerToken({ ...connection, token: '', readToken });
    await expect(token.current()).rejects.toThrow('no file');
    expect(await token.current()).toBe('here');
  });
});
