import fc from 'fast-check';
import { labelsKey, toLabels } from './labels';

const labels = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'pod'),
    fc.string({ unit: fc.constantFrom('"', '\\', ',', '=', 'a', 'b') }),
  )
  .map(entries => toLabels(Object.entries(entries)));

describe('labelsKey', () => {
  it('is the same for the same labels only', () => {
    fc.assert(
      fc.property(labels, labels, (left, right) => {
        const areSame =
          JSON.stringify([...left]) === JSON.stringify([...right]);
        expect(labelsKey(left) === labelsKey(right)).toBe(areSame);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order in which labels were set', () => {
    const [one, other] = [
      { job: 'a', pod: 'b' },
      { pod: 'b', job: 'a' },
    ].map(entries => labelsKey(toLabels(Object.entries(entries))));
    expect(one).toBe('{job="a",pod="b"}');
    expect(other).toBe(one);
  });
});
