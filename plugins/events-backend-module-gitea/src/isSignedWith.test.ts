import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { isSignedWith } from './isSignedWith';

const sign = (secret: string, body: Buffer) =>
  createHmac('sha256', secret).update(body).digest('hex');
const bytes = () =>
  fc.uint8Array({ maxLength: 200 }).map(array => Buffer.from(array));
const secretText = () => fc.string({ minLength: 1 });

describe('isSignedWith', () => {
  it('takes what Gitea signs', () => {
    // HMAC-SHA256 of RFC 4231, test case 2.
    expect(
      isSignedWith(
        'Jefe',
        Buffer.from('what do ya want for nothing?'),
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      ),
    ).toBe(true);
  });

  it('takes any bytes that are signed with the secret', () => {
    fc.assert(
      fc.property(secretText(), bytes(), (secret, body) => {
        expect(isSignedWith(secret, body, sign(secret, body))).toBe(true);
      }),
    );
  });

  it('refuses other bytes and other secrets', () => {
    fc.assert(
      fc.property(secretText(), bytes(), bytes(), (secret, body, other) => {
        fc.pre(!body.equals(other));
        expect(isSignedWith(secret, body, sign(secret, other))).toBe(false);
        expect(isSignedWith(secret, body, sign(`${secret}x`, body))).toBe(
          false,
        );
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['an empty text, as Gitea sends without a secret', ''],
    ['two signatures', ['a'.repeat(64), 'a'.repeat(64)]],
    ['no hexadecimal digits', 'z'.repeat(64)],
    ['too short a text', 'a'.repeat(63)],
    ['a longer text', `${sign('secret', Buffer.from('{}'))}00`],
    ['the scheme of GitHub', `sha256=${sign('secret', Buffer.from('{}'))}`],
  ])('refuses %s', (_, signature) => {
    expect(isSignedWith('secret', Buffer.from('{}'), signature)).toBe(false);
  });
});
