import fc from 'fast-check';
import type { MetricChart } from '@tenantry/plugin-tenants-common';
import { axisTicks } from './axisTicks';

function chart(
  unit: MetricChart['unit'],
  values: (number | null)[],
  thresholds: number[] = [],
): MetricChart {
  return {
    id: 'chart',
    title: 'Chart',
    description: '',
    unit,
    thresholds: thresholds.map(value => ({
      value,
      severity: 'warning',
      label: `at ${value}`,
    })),
    series: [
      { name: 'series', points: values.map((value, time) => [time, value]) },
    ],
  };
}

describe('axisTicks', () => {
  it.each([
    ['hours', chart('seconds', [3_600, 8_460]), [0, 3_600, 7_200, 10_800]],
    ['MiB', chart('bytes', [1.5 * 1024 ** 2]), [0, 0.5, 1, 1.5].map(mebi)],
    ['per cent', chart('ratio', [0.2], [0.95]), [0, 0.25, 0.5, 0.75, 1]],
    ['thresholds', chart('seconds', [3], [60, 120]), [0, 50, 100, 150]],
    ['what is below zero', chart('count', [4, -2]), [-2, 0, 2, 4]],
    ['nothing but zero', chart('count', [0, null]), [0, 1]],
    ['next to nothing', chart('bytes', [1.5e-323]), [0, 1]],
  ])('marks round steps: %s', (_, subject, ticks) => {
    expect(axisTicks(subject)).toEqual(ticks);
  });

  it('keeps every value between the first mark and the last, with few marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
        fc.constantFrom('bytes', 'seconds', 'ratio', 'count'),
        (values, unit) => {
          const ticks = axisTicks(chart(unit as MetricChart['unit'], values));
          const [first, last] = [ticks[0], ticks.at(-1)!];
          const slack = Math.max(1, last - first) * 1e-9;
          expect(ticks.length).toBeLessThanOrEqual(7);
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(first - slack);
            expect(value).toBeLessThanOrEqual(last + slack);
          }
        },
      ),
    );
  });
});

function mebi(value: number): number {
  return value * 1024 ** 2;
}
