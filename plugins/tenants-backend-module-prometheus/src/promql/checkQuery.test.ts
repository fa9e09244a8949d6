import { checkQuery } from './checkQuery';

const value = 'last_over_time(up[$age])';

describe('checkQuery', () => {
  it.each([
    `max by ($labels) (${value})`,
    `max(${value}) by ($labels)`,
    `-(min by (pod, $labels) (${value})) * 2 ^ 3`,
    `time() - max by ($labels) (${value}) / 1000`,
    `clamp_max(sum by ($labels) (rate(x_total[5m] offset 1h)), 7)`,
    `max by ($labels) (${value}) > 0 or min by ($labels) (${value})`,
    `sum by ($labels) (${value}) / on ($labels) sum by ($labels) (${value})`,
    `max by ($labels) (max_over_time((${value})[10m:1m]))`,
    `quantile by ($labels) (0.9, ${value})`,
  ])('accepts %s', query => {
    expect(() => checkQuery(query)).not.toThrow();
  });

  it.each([
    ['', 'it is no PromQL at character'],
    ['1 2', 'it is no PromQL at character'],
    ['max by (', 'it is no PromQL at character'],
    ['no_such_function(up[5m])', 'it is no PromQL at character'],
    ['time() - 3', 'it selects no series'],
    [value, 'does not aggregate by the labels'],
    [`sum(${value})`, 'does not aggregate by the labels'],
    [`max by (namespace) (${value})`, 'does not aggregate by the labels'],
    [`max without ($labels) (${value})`, 'does not aggregate by the labels'],
    [`topk by ($labels) (3, ${value})`, 'does not aggregate by the labels'],
    [
      `count_values by ($labels) ("v", ${value})`,
      'does not aggregate by the labels',
    ],
    [
      `label_replace(max by ($labels) (${value}), "a", "b", "c", "d")`,
      'does not aggregate by the labels',
    ],
    [`absent(max by ($labels) (${value}))`, 'does not aggregate by the labels'],
    [
      `max by ($labels) (${value}) * scalar(${value})`,
      'does not aggregate by the labels',
    ],
    [
      `max by ($labels) (${value}) or ${value}`,
      'does not aggregate by the labels',
    ],
    ['max by ($labels) (up)', 'write last_over_time(up[$age])'],
    [
      'max by ($labels) (up{a="b"} offset 5m)',
      'write last_over_time(up{a="b"}[$age])',
    ],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 'nested too deeply'],
  ])('refuses %s', (query, message) => {
    expect(() => checkQuery(query)).toThrow(message);
  });

  it('wants the label that tells the series apart', () => {
    const query = `max by ($labels, pod) (${value})`;
    expect(() => checkQuery(query, 'pod')).not.toThrow();
    expect(() => checkQuery(query, 'job')).toThrow(
      'must aggregate by the seriesLabel too, as in "by ($labels, job)"',
    );
  });
});
