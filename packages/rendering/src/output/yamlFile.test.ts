import fc from 'fast-check';
import { compileText } from '../expressions';
import { parseYamlFile, renderYamlFile } from './yamlFile';

const render = (source: string, context: object = {}) =>
  renderYamlFile(compileText(source, 'file.yaml'), context);

describe('renderYamlFile', () => {
  it('puts values in as what they are', () => {
    const content = render(
      [
        'name: ${{ name }}',
        'count: ${{ count }}',
        'enabled: ${{ enabled }}',
        'hosts: ${{ hosts }}',
        'host: wallet.${{ name }}.example.com',
        'labels: { ${{ name }}: yes }',
        'script: |',
        '  echo ${{ name }}',
      ].join('\n'),
      { name: 'acme', count: 2, enabled: true, hosts: ['a', 'b'] },
    );

    expect(content).toBe(
      [
        'name: acme',
        'count: 2',
        'enabled: true',
        'hosts:',
        '  - a',
        '  - b',
        'host: wallet.acme.example.com',
        'labels:',
        '  acme: "yes"',
        'script: |',
        '  echo acme',
        '',
      ].join('\n'),
    );
  });

  it.each(['yes', 'null', '0123', '1e3', '0o7', '12:30', '~', '', 'true'])(
    'keeps the text %j a string, for YAML 1.1 as well',
    text => {
      const content = render('value: ${{ text }}', { text });

      expect(content).toBe(`value: "${text}"\n`);
    },
  );

  it('gives any text back unchanged, wherever it stands, and never changes the keys', () => {
    const source = [
      'plain: ${{ text }}',
      'quoted: "${{ text }}"',
      'list:',
      '  - ${{ text }}',
      '  - { flow: ${{ text }} }',
      'around: a ${{ text }} b',
    ].join('\n');

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        fc.pre(!/[\uE000\uE001\uFEFF]/u.test(text));
        const [parsed] = parseYamlFile(render(source, { text }));
        expect(parsed).toEqual({
          plain: text,
          quoted: text,
          list: [text, { flow: text }],
          around: `a ${text} b`,
        });
      }),
    );
  });

  it('is stable: what it wrote, it writes again', () => {
    const source = '# Why\na: [1, 2]\n---\nb: { c: d }\n';
    const once = render(source);

    expect(render(once)).toBe(once);
    expect(once).toBe('# Why\na:\n  - 1\n  - 2\n---\nb:\n  c: d\n');
  });

  it('renders nothing where a condition leaves nothing', () => {
    expect(render('{% if wanted %}\na: 1\n{% endif %}\n')).toBe('');
  });

  it.each([
    ['no valid YAML', 'a: [1, 2', /flow sequence/i],
    ['the same key twice', 'a: 1\na: 2', /unique/i],
    ['the same key twice after rendering', 'a: 1\n${{ key }}: 2', /unique/i],
    ['an expression in a comment', '# ${{ key }}\na: 1', /in a comment/],
    [
      'an expression without a value',
      'a: ${{ missing.value }}',
      /null or undefined/,
    ],
  ])('refuses %s', (_, source, message) => {
    expect(() => render(source, { key: 'a' })).toThrow(message);
  });
});
