import fc from 'fast-check';
import { bindingOf } from '../__testUtils__/bindings';
import { BindingIndex } from './BindingIndex';

const value = fc.constantFrom('a', 'b', 'c');
const matchers = fc.oneof(
  fc.record({ cluster: value, namespace: value }),
  fc.record({ namespace: value }),
  fc.record({ tenant: value }),
);
const labels = fc.record(
  { cluster: value, namespace: value, tenant: value, pod: value },
  { requiredKeys: [] },
);

describe('BindingIndex', () => {
  it('finds the bindings that a scan over all of them finds', () => {
    fc.assert(
      fc.property(fc.array(matchers), labels, (all, series) => {
        const bindings = all.map((metricMatchers, index) =>
          bindingOf(`t${index}`, 'devnet', { metricMatchers }),
        );
        const scanned = bindings.filter(({ metricMatchers }) =>
          Object.entries(metricMatchers).every(
            ([name, expected]) =>
              (series as Record<string, string>)[name] === expected,
          ),
        );
        const found = new BindingIndex(bindings).find(
          series as Record<string, string>,
        );
        expect(new Set(found)).toEqual(new Set(scanned));
        expect(found).toHaveLength(scanned.length);
      }),
    );
  });

  it('names every label that is needed, once', () => {
    const index = new BindingIndex([
      bindingOf('a', 'devnet'),
      bindingOf('b', 'devnet', { metricMatchers: { tenant: 'b' } }),
      bindingOf('c', 'devnet'),
    ]);
    expect(index.labelNames()).toEqual(['cluster', 'namespace', 'tenant']);
  });

  it('gives nothing to a binding that would match everything', () => {
    const index = new BindingIndex([
      bindingOf('a', 'devnet', { metricMatchers: {} }),
      bindingOf('b', 'devnet', { metricMatchers: { namespace: '' } }),
    ]);
    expect(index.find({ cluster: 'devnet' })).toEqual([]);
  });
});
