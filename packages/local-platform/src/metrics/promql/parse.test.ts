import { parsePromql } from './parse';
import { parseSelector } from './parseSelector';

describe('parsePromql', () => {
  it('reads matchers, range and offset', () => {
    expect(
      parsePromql('up{job=~"a.*", "pod"!="b"}[5m] offset -90s'),
    ).toMatchObject({
      kind: 'rangeSelector',
      range: 300,
      selector: {
        offset: -90,
        matchers: [
          { label: '__name__', operator: '=', value: 'up' },
          { label: 'job', operator: '=~', value: 'a.*' },
          { label: 'pod', operator: '!=', value: 'b' },
        ],
      },
    });
  });

  it('reads how two vectors are matched, and ignores comments', () => {
    expect(parsePromql('a > bool on(x) group_left(y) b # why')).toMatchObject({
      operator: '>',
      returnBool: true,
      matching: { on: true, labels: ['x'], groupLeft: ['y'] },
    });
  });

  it.each([
    ['histogram_quantile(0.9, up)', 'the function "histogram_quantile"'],
    ['no_such_function(up)', 'there is no function "no_such_function"'],
    ['quantile(0.9, up)', 'the aggregation "quantile"'],
    ['up atan2 up', 'the operator "atan2"'],
    ['up * on(a) group_right up', 'the operator "group_right"'],
    ['up == on(a) fill(0) up', 'the operator "fill"'],
    ['up[5m:1m]', 'the subquery "up[5m:1m]"'],
    ['up @ 1', 'the @ modifier in "up @ 1"'],
    ['up offset (1h)', 'the duration "(1h)"'],
  ])('refuses %s, which is not simulated', (query, message) => {
    expect(() => parsePromql(query)).toThrow(message);
  });

  it.each([
    ['', 'the query is empty'],
    ['up{', 'unexpected end of the query'],
    ['up{a="b" or c="d"}', 'unexpected "or c=\\"d\\"}"'],
    ['up{a=~"("}', 'invalid regular expression "("'],
    ['{a=~".*"}', 'does not match the empty text'],
    ['up{__name__="down"}', 'names two metrics'],
    ['up[0s]', 'longer than 0 and at most 31 days'],
    ['up[1y]', 'longer than 0 and at most 31 days'],
    ['rate(up)', 'rate takes (matrix), not (vector)'],
    ['round()', 'round takes (vector, scalar), not ()'],
    ['topk(up, 1)', 'topk takes (scalar, vector), not (vector, scalar)'],
    ['sum(up[5m])', 'sum takes (vector), not (matrix)'],
    ['-"text"', 'needs a scalar or an instant vector'],
    ['up[5m] + 1', 'needs scalars or instant vectors'],
    ['1 > 2', 'needs "bool" between scalars'],
    ['up + bool up', 'does not take "bool"'],
    ['up and 1', 'needs an instant vector on both sides'],
    ['up + on(a) 1', 'between instant vectors only'],
    ['up and on(a) group_left up', 'does not take "group_left"'],
    ['sum(up) offset 5m', 'an offset needs a selector'],
    [`${'('.repeat(150)}1${')'.repeat(150)}`, 'nested more than 100 deep'],
    [`up + ${'1'.repeat(10_000)}`, 'longer than 10000 characters'],
  ])('refuses %s', (query, message) => {
    expect(() => parsePromql(query)).toThrow(
      expect.objectContaining({
        type: 'bad_data',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('parseSelector', () => {
  it('refuses what is no selector', () => {
    expect(() => parseSelector('sum(up)')).toThrow('is not a series selector');
  });
});
