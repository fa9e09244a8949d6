import fc from 'fast-check';
import { plainText } from './plainText';

describe('plainText', () => {
  it.each([
    ['  a \n\n b\t', 'a b'],
    ['a\u202Eb\u0000c', 'a b c'],
    ['<b>x</b>', '<b>x</b>'],
  ])('makes %j to %j', (text, line) => {
    expect(plainText(text, 100)).toBe(line);
  });

  it('is one line that is never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const line = plainText(text, 20);
        expect(line.length).toBeLessThanOrEqual(20);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
