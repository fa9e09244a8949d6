import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from './readYaml';

describe('readYaml', () => {
  it('reads what another library writes', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(
        /^[-+]?(0[box])?[0-9a-f_]{0,4}[.]?[0-9]{0,2}(e[-+]?[0-9]{1,2})?$/,
      ),
      fc.constantFrom('yes', 'No', '~', 'NULL', '.inf', '<<', '2026-01-01'),
    );
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(text, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, written => {
        expect(readYaml(stringify(written))).toEqual(written);
      }),
    );
  });

  it.each([
    ['-3', -3],
    ['0o17', 15],
    ['0x1f', 31],
    ['1.5e3', 1500],
    ['0b11', '0b11'],
    ['+0x0', '+0x0'],
    ['1_000', '1_000'],
    ['2026-01-01', '2026-01-01'],
  ])('takes %s for %j', (text, value) => {
    expect(readYaml(text)).toBe(value);
  });

  it.each([
    ['a tag', 'a: !!binary aGk='],
    ['a second document', 'a: 1\n---\nb: 2'],
    ['the same key twice', 'a: 1\na: 2'],
    ['brackets that stay open', 'a: [1, 2'],
  ])('refuses %s', (_, text) => {
    expect(() => readYaml(text)).toThrow();
  });

  it('says where it cannot read', () => {
    expect(() => readYaml('a: 1\nb: [')).toThrow('(3:1)');
  });

  it('merges nothing and sets no prototype', () => {
    const value = readYaml('{ <<: { a: 1 }, __proto__: { b: 1 } }');
    expect(Object.keys(value as object)).toEqual(['<<', '__proto__']);
  });

  it('takes an alias, but no bomb of them', () => {
    expect(readYaml('{ a: &a [1], b: *a }')).toEqual({ a: [1], b: [1] });
    const levels = Array.from(
      { length: 30 },
      (_, level) =>
        `l${level}: &l${level} [${
          level ? `*l${level - 1}, *l${level - 1}` : 1
        }]`,
    );
    expect(() => readYaml(levels.join('\n'))).toThrow('Aliases repeat');
    expect(() => readYaml('&a [*a]')).toThrow('Aliases repeat');
  });

  it.each(['', '~', 'a', '1', '[]'])('reads %j', text => {
    expect(() => readYaml(text)).not.toThrow();
  });
});
