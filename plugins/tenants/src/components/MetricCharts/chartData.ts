import type { MetricChart } from '@tenantry/plugin-tenants-common';

/** One moment of a chart: the time in milliseconds, and the value of each series by position. */
export interface ChartRow {
  time: number;
  values: (number | null)[];
}

type Series = MetricChart['series'];

/** Puts the points of all series into one row for each moment, in order of time. */
export function chartRows(series: Series): ChartRow[] {
  const rows = new Map<number, ChartRow>();
  series.forEach(({ points }, position) => {
    for (const [seconds, value] of points) {
      const row = rows.get(seconds) ?? {
        time: seconds * 1000,
        values: series.map(() => null),
      };
      row.values[position] = value;
      rows.set(seconds, row);
    }
  });
  return [...rows.values()].sort((left, right) => left.time - right.time);
}

/** Whether there is any value to draw; no value at all means that the metric is not reported. */
export function isReported(series: Series): boolean {
  return series.some(({ points }) =>
    points.some(([, value]) => value !== null),
  );
}

/** The newest point's value; `null` where the newest point has none. */
export function latestValue(points: Series[number]['points']): number | null {
  return points.at(-1)?.[1] ?? null;
}
