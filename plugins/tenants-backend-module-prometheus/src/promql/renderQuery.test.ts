import fc from 'fast-check';
import { bindingOf } from '../__testUtils__/bindings';
import { builtInMetrics } from '../__testUtils__/metrics';
import { renderMatchers } from '../matchers';
import { renderQuery, restrictQuery } from './renderQuery';
import { nodesOf, parseQuery } from './syntaxTree';

const scope = {
  labelNames: ['cluster', 'namespace'],
  maximumAgeSeconds: 180,
};

describe('renderQuery', () => {
  it('fills the placeholders in', () => {
    expect(
      renderQuery('max by ($labels, x) (last_over_time(up[$age]))', scope),
    ).toBe('max by (cluster, namespace, x) (last_over_time(up[180s]))');
  });

  it('has the same queries as before', () => {
    const queries = builtInMetrics.map(({ id, query }) => [
      id,
      renderQuery(query, scope).replace(/\s+/g, ' '),
    ]);
    expect(Object.fromEntries(queries)).toMatchSnapshot();
  });
});

describe('restrictQuery', () => {
  it.each([
    ['up', 'up{n="a"}'],
    ['up{}', 'up{n="a"}'],
    ['up{x="y"}', 'up{n="a",x="y"}'],
    ['{__name__=~"a|b"}', '{n="a",__name__=~"a|b"}'],
    [
      'rate(up[5m]) / up{x="}"} offset 1d',
      'rate(up{n="a"}[5m]) / up{n="a",x="}"} offset 1d',
    ],
  ])('makes %s to %s', (query, restricted) => {
    expect(restrictQuery(query, 'n="a"')).toBe(restricted);
  });

  it('leaves no selector of the catalogue open, whatever the label values are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...builtInMetrics),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        ({ query }, namespace) => {
          const binding = bindingOf('acme-01', 'devnet', {
            metricMatchers: { namespace },
          });
          const matchers = renderMatchers(binding);
          const restricted = restrictQuery(
            renderQuery(query, { ...scope, labelNames: ['namespace'] }),
            matchers,
          );
          const selectors = [...nodesOf(parseQuery(restricted))].filter(
            ({ name }) => name === 'VectorSelector',
          );
          expect(selectors.length).toBeGreaterThan(0);
          for (const { text } of selectors) expect(text).toContain(matchers);
        },
      ),
    );
  });
});
