import fc from 'fast-check';
import { toLabels } from './labels';
import { createMatcher, matchesAll } from './matchers';

const labelName = fc.constantFrom('cluster', 'namespace', 'pod', 'job');
const labelValue = fc.oneof(
  fc.constantFrom('acme-01-devnet', 'acme-01-testnet', ''),
  fc.string(),
);
const labels = fc
  .array(fc.tuple(labelName, labelValue))
  .map(entries => toLabels(new Map(entries)));

describe('createMatcher', () => {
  it('makes != the opposite of =, and !~ the opposite of =~', () => {
    fc.assert(
      fc.property(labelValue, labelValue, (expected, value) => {
        const literal = escapeExpression(expected);
        const answers = (operators: ['=', '!='] | ['=~', '!~'], text: string) =>
          operators.map(operator =>
            createMatcher('pod', operator, text).matches(value),
          );
        const [equal, unequal] = answers(['=', '!='], expected);
        const [matching, unmatching] = answers(['=~', '!~'], literal);
        expect(equal).toBe(expected === value);
        expect(matching).toBe(equal);
        expect([unequal, unmatching]).toEqual([!equal, !equal]);
      }),
    );
  });

  it('matches whole values, over several lines too', () => {
    const matcher = createMatcher('pod', '=~', 'a|b.*');
    expect(['a', 'b', 'bc\nd'].every(matcher.matches)).toBe(true);
    expect(['ab', 'xa', ''].some(matcher.matches)).toBe(false);
  });

  it('takes linear time for an expression that would make others backtrack', () => {
    const matcher = createMatcher('pod', '=~', '(a+)+(a+)+b');
    const before = performance.now();
    expect(matcher.matches('a'.repeat(20_000))).toBe(false);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('matchesAll', () => {
  it('demands every matcher, with an empty value where a label is missing', () => {
    fc.assert(
      fc.property(
        labels,
        fc.array(fc.tuple(labelName, labelValue)),
        (series, demands) => {
          const matchers = demands.map(([name, value]) =>
            createMatcher(name, '=', value),
          );
          expect(matchesAll(series, matchers)).toBe(
            demands.every(
              ([name, value]) => (series.get(name) ?? '') === value,
            ),
          );
        },
      ),
    );
  });
});

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
