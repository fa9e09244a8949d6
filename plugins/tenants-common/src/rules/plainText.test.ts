import fc from 'fast-check';
import { explainPlainText } from './plainText';

describe('explainPlainText', () => {
  it.each(['Acme Bank', 'Zürich & Söhne (No. 5)', '100 % owned', 'a { b }'])(
    'accepts %s',
    text => {
      expect(explainPlainText(text)).toBeUndefined();
    },
  );

  it.each([
    ['<script>', /markup or template syntax/],
    ['${{ secrets.token }}', /markup or template syntax/],
    ['{% raw %}', /markup or template syntax/],
    ['two\nlines', /line break/],
    ['right\u202eleft', /invisible character/],
    ['zero\u200bwidth', /invisible character/],
    [' padded', /starts or ends with a space/],
  ])('refuses %j', (text, rule) => {
    expect(explainPlainText(text)).toMatch(rule);
  });

  it('refuses template syntax wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('<', '>', '{{', '{%', '{#', '${{'),
        fc.string(),
        (before, syntax, after) =>
          explainPlainText(`${before}${syntax}${after}`) !== undefined,
      ),
    );
  });
});
