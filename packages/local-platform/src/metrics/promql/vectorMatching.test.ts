import fc from 'fast-check';
import { BinaryExpression, VectorMatching } from './expressions';
import { dropMetricName, labelsKey, toLabels } from './labels';
import { Sample } from './values';
import { combineSets, combineVectors, groupKey } from './vectorMatching';

const labelNames = ['cluster', 'namespace', 'pod'];

const anySample = fc
  .tuple(
    fc.constantFrom('up', 'down'),
    fc.array(fc.constantFrom('', 'a', 'b'), { minLength: 3, maxLength: 3 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([name, values, value]): Sample => {
    const pairs = labelNames.map((label, index) => [label, values[index]]);
    const labels = toLabels([
      ['__name__', name],
      ...(pairs as [string, string][]),
    ]);
    return { labels, value, timestamp: 0 };
  });

const vector = fc.uniqueArray(anySample, {
  selector: ({ labels }) => labelsKey(labels),
  maxLength: 8,
});

const matching = fc.record({
  on: fc.boolean(),
  labels: fc.subarray(labelNames),
});

function binary(
  operator: BinaryExpression['operator'],
  how: VectorMatching,
): BinaryExpression {
  const operand = { kind: 'number', value: 0 } as const;
  return {
    kind: 'binary',
    operator,
    left: operand,
    right: operand,
    returnBool: false,
    matching: how,
  };
}

/** Sums that tell which elements were combined. */
function outcome(how: VectorMatching, left: Sample[], right: Sample[]) {
  const tens = left.map(sample => ({ ...sample, value: sample.value * 10 }));
  try {
    return combineVectors(binary('+', how), tens, right).map(s => s.value);
  } catch (error) {
    return String(error).includes('match the group') ? 'unclear' : error;
  }
}

describe('combineVectors', () => {
  it('finds the pairs that looking at every pair finds, or says why it cannot', () => {
    fc.assert(
      fc.property(vector, vector, matching, (left, right, how) => {
        const key = ({ labels }: Sample) => groupKey(labels, how);
        const pairs = left.flatMap(l =>
          right.filter(r => key(l) === key(r)).map(r => l.value * 10 + r.value),
        );
        const rightGroups = new Set(right.map(key));
        const matched = left.filter(l => rightGroups.has(key(l)));
        const isClear =
          rightGroups.size === right.length &&
          new Set(matched.map(key)).size === matched.length;
        expect(outcome(how, left, right)).toEqual(isClear ? pairs : 'unclear');
      }),
    );
  });

  it('takes labels over from the one side with group_left', () => {
    const many = ['a', 'b'].map(pod => ({
      labels: toLabels([
        ['__name__', 'used'],
        ['namespace', 'acme'],
        ['pod', pod],
      ]),
      value: 4,
      timestamp: 0,
    }));
    const one = {
      labels: toLabels([
        ['namespace', 'acme'],
        ['tier', 'gold'],
      ]),
      value: 2,
      timestamp: 0,
    };
    const how = { on: true, labels: ['namespace'], groupLeft: ['tier'] };
    const result = combineVectors(binary('/', how), many, [one]);
    expect(
      result.map(({ labels, value }) => [Object.fromEntries(labels), value]),
    ).toEqual([
      [{ namespace: 'acme', pod: 'a', tier: 'gold' }, 2],
      [{ namespace: 'acme', pod: 'b', tier: 'gold' }, 2],
    ]);
  });

  it('refuses group_left that leaves two series with the same labels', () => {
    const sides = ['used', 'free'].map(name => ({
      labels: toLabels([
        ['__name__', name],
        ['pod', 'a'],
      ]),
      value: 1,
      timestamp: 0,
    }));
    const how = { on: true, labels: ['pod'], groupLeft: [] };
    expect(() =>
      combineVectors(binary('*', how), sides, sides.slice(0, 1)),
    ).toThrow('group_left leaves several series');
  });
});

describe('combineSets', () => {
  it('splits the left side between and and unless', () => {
    fc.assert(
      fc.property(vector, vector, matching, (left, right, how) => {
        const both = combineSets(binary('and', how), left, right);
        const rest = combineSets(binary('unless', how), left, right);
        expect(new Set([...both, ...rest])).toEqual(new Set(left));
        expect(both.length + rest.length).toBe(left.length);
      }),
    );
  });

  it('adds with or what unless would leave of the right side', () => {
    fc.assert(
      fc.property(vector, vector, matching, (left, right, how) => {
        expect(combineSets(binary('or', how), left, right)).toEqual([
          ...left,
          ...combineSets(binary('unless', how), right, left),
        ]);
      }),
    );
  });

  it('leaves the name of the metric out of the match', () => {
    fc.assert(
      fc.property(vector, how => {
        const nameless = how.map(s => ({
          ...s,
          labels: dropMetricName(s.labels),
        }));
        const all = { on: false, labels: [] };
        expect(combineSets(binary('and', all), how, nameless)).toEqual(how);
      }),
    );
  });
});
