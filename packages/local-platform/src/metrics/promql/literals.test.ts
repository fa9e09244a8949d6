import fc from 'fast-check';
import { parseDuration, parseNumber, parseString } from './literals';

describe('parseDuration', () => {
  it.each([
    ['5m', 300],
    ['1h30m', 5_400],
    ['1d', 86_400],
    ['2w', 1_209_600],
    ['1y', 31_536_000],
    ['1s500ms', 1.5],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', '5', 'm', '30m1h', '5 m', '-5m'])('does not read "%s"', text => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('parseNumber', () => {
  it.each([
    ['1.5e3', 1_500],
    ['0x1F', 31],
    ['1_000', 1_000],
    ['- 2', -2],
    ['Inf', Infinity],
    ['-inf', -Infinity],
    ['NaN', NaN],
    ['1h', 3_600],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});

describe('parseString', () => {
  it.each([
    ['"a\\"b"', 'a"b'],
    ["'a\\'b'", "a'b"],
    ['"\\n\\t\\\\"', '\n\t\\'],
    ['"\\x41\\u00e9\\U0001F600\\101"', 'Aé😀A'],
    ['`raw \\n`', 'raw \\n'],
  ])('reads %s', (literal, text) => {
    expect(parseString(literal)).toBe(text);
  });

  it('refuses a character that does not exist', () => {
    expect(() => parseString('"\\UFFFFFFFF"')).toThrow('invalid character');
  });

  it('reads back whatever JSON can quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(parseString(JSON.stringify(text))).toBe(text);
      }),
    );
  });
});
