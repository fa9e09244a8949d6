import { MetricUnit } from '@tenantry/plugin-tenants-common';
import { formatValue } from './formatValue';

describe('formatValue', () => {
  it.each<[number, MetricUnit, string]>([
    [199_999.6, 'bytes', '200,000 bytes'],
    [59.4, 'seconds', '59 s'],
    [-3, 'seconds', '-3 s'],
    [600, 'seconds', '10 min'],
    [9_000, 'seconds', '2.5 h'],
    [2_592_000, 'seconds', '30 days'],
    [0.799, 'ratio', '79 %'],
    [-0.2, 'count', '0'],
    [12, 'count', '12'],
    [0.25, 'coins', '0.3 coins'],
    [1.26, 'cores', '1.3 cores'],
  ])('writes %d %s as "%s"', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });
});
