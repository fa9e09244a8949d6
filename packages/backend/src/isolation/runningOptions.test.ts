import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOptions } from './__testUtils__/running/options';
import { forged, userOf } from './__testUtils__/running/tokens';

const tokens = {
  TENANTRY_ISOLATION_CLIENT_TOKEN: 'of-client',
  TENANTRY_ISOLATION_OTHER_TOKEN: 'of-other',
};
const url = ['--url', 'https://portal.example.com/'];

describe('the options of the walk over a running portal', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'isolation-options-'));
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it('takes tokens from the environment', () => {
    expect(parseOptions(url, tokens)).toEqual({
      url: 'https://portal.example.com',
      clientToken: 'of-client',
      otherToken: 'of-other',
      expiredToken: undefined,
      plugins: [],
    });
  });

  it('takes tokens from files first', () => {
    const file = join(directory, 'token');
    writeFileSync(file, 'of-file\n');
    const args = [
      ...url,
      ...['--client-token-file', file, '--expired-token-file', file],
      ...['--plugin', 'techdocs', '--plugin', 'todo'],
    ];
    expect(parseOptions(args, tokens)).toMatchObject({
      clientToken: 'of-file',
      otherToken: 'of-other',
      expiredToken: 'of-file',
      plugins: ['techdocs', 'todo'],
    });
  });

  it.each([
    [[], /--url must be an address/],
    [['--url', 'portal'], /--url must be an address/],
    [['--url', 'file:///etc/passwd'], /--url must be an address/],
    [['--address', 'portal'], /--address/],
  ])('refuses %j', (args, message) => {
    expect(() => parseOptions(args, tokens)).toThrow(message);
  });

  it('says which token is missing', () => {
    expect(() => parseOptions(url, {})).toThrow(
      'Give --client-token-file or TENANTRY_ISOLATION_CLIENT_TOKEN.',
    );
  });

  it('has nothing to do when it is asked for help', () => {
    expect(parseOptions(['--help'], {})).toBeUndefined();
  });
});

describe('tokens', () => {
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const token = `${encode({ alg: 'ES256' })}.${encode({
    sub: 'user:default/jane',
  })}.signature`;

  it('say whose they are', () => {
    expect(userOf(token)).toBe('user:default/jane');
    expect(() => userOf('secret')).toThrow('no token of a user');
  });

  it('are forged with the signature of what they were', () => {
    const other = forged(token);
    expect(other).not.toBe(token);
    expect(other).toMatch(/\.signature$/);
    expect(userOf(other)).toBe('user:default/jane');
  });
});
