import { compileText } from './Expressions';

const context = {
  values: { client: 'acme-01', empty: '' },
  list: ['a', 'b'],
};

const render = (source: string, encode: (value: unknown) => string = String) =>
  compileText(source, 'file').render(context, encode);

describe('compileText', () => {
  it('knows the tags of Backstage templates and leaves others alone', () => {
    expect(render('${{ values.client }} {{ .password }}')).toBe(
      'acme-01 {{ .password }}',
    );
  });

  it('knows conditions, loops, variables, filters and macros', () => {
    const source = [
      '{% set prefix = values.client | replace("-", "_") %}',
      '{% macro item(name) %}${{ prefix }}.${{ name }};{% endmacro %}',
      '{% for name in list %}${{ item(name) }}${{ loop.index }}{% endfor %}',
      '{% if values.empty or values.missing %}never{% endif %}',
    ].join('');

    expect(render(source)).toBe('acme_01.a;1acme_01.b;2');
  });

  it('encodes every value once', () => {
    const encode = (value: unknown) => `<${value}>`;

    expect(
      render('{% macro m(v) %}${{ v }}{% endmacro %}${{ m("a") }}b', encode),
    ).toBe('<a>b');
  });

  it.each([
    '${{ values.missing }}',
    '${{ missing }}',
    '${{ constructor }}',
    '${{ values.constructor }}',
    '${{ values.__proto__ }}',
    '${{ "".constructor.constructor("return process")() }}',
    '${{ list.map }}',
    '${{ list["constr" ~ "uctor"] }}',
    '${{ range.constructor("return process")() }}',
    '${{ values | random }}',
    '${{ values.client | safe }}',
  ])('refuses %s', source => {
    expect(() => render(source)).toThrow();
  });

  it('refuses what is no template', () => {
    expect(() => compileText('{% if %}', 'file')).toThrow(/file/);
  });
});
