import fc from 'fast-check';
import { renderGoTemplate, renderStrings } from './goTemplate';

const data = {
  spec: {
    application: 'acme-01-devnet',
    versions: { splice: '0.7.4', 'with-dash': '1' },
    order: 3,
    suspended: false,
    list: ['a'],
  },
  path: { path: 'clients/acme-01/devnet' },
};

describe('renderGoTemplate', () => {
  it.each([
    ['{{ .spec.application }}', 'acme-01-devnet'],
    ['{{.spec.application}}', 'acme-01-devnet'],
    [
      '$values/{{ .path.path }}/values/x.yaml',
      '$values/clients/acme-01/devnet/values/x.yaml',
    ],
    ['{{ index .spec.versions "splice" }}', '0.7.4'],
    ['{{ index .spec "versions" "with-dash" }}', '1'],
    ['{{ .spec.order }}-{{ .spec.suspended }}', '3-false'],
    ['nothing to do }}', 'nothing to do }}'],
  ])('renders %s', (template, expected) => {
    expect(renderGoTemplate(template, data)).toBe(expected);
  });

  it.each([
    ['{{ .spec.missing }}', 'no entry for key "missing"'],
    ['{{ index .spec.versions "canton" }}', 'no entry for key "canton"'],
    ['{{ .spec.constructor }}', 'no entry for key "constructor"'],
    ['{{ .spec.versions }}', 'not a text'],
    ['{{ range .spec.list }}', 'not supported'],
    ['{{ .spec.application | upper }}', 'not supported'],
    ['{{- .spec.application -}}', 'not supported'],
    ['{{ index .spec.list 0 }}', 'not supported'],
    ['{{ .spec.application', 'unclosed action'],
  ])('refuses %s', (template, message) => {
    expect(() => renderGoTemplate(template, data)).toThrow(message);
  });

  it('leaves text without actions as it is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        fc.pre(!text.includes('{{'));
        expect(renderGoTemplate(text, {})).toBe(text);
      }),
    );
  });

  it('renders a value once, whatever it looks like', () => {
    const tricky = { value: '{{ .other }}', other: 'secret' };
    expect(renderGoTemplate('{{ .value }}', tricky)).toBe('{{ .other }}');
  });
});

describe('renderStrings', () => {
  it('renders strings at every depth and nothing else', () => {
    expect(
      renderStrings(
        { a: ['{{ .spec.application }}', 1, null], b: { c: true } },
        data,
      ),
    ).toEqual({ a: ['acme-01-devnet', 1, null], b: { c: true } });
  });
});
