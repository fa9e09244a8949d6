import { Duration } from 'luxon';
import type {
  MetricChart,
  MetricPoint,
  MetricRange,
} from '@tenantry/plugin-tenants-common';

const spans: Record<MetricRange, Duration> = {
  '1h': Duration.fromObject({ hours: 1 }),
  '6h': Duration.fromObject({ hours: 6 }),
  '24h': Duration.fromObject({ hours: 24 }),
  '7d': Duration.fromObject({ days: 7 }),
};

/** A wave of 120 points over the range, with a gap where nothing was reported. */
function wave(
  range: MetricRange,
  middle: number,
  swing: number,
): MetricPoint[] {
  const now = Math.floor(Date.now() / 1000);
  const step = spans[range].as('seconds') / 120;
  return Array.from({ length: 121 }, (_, index) => [
    now - (120 - index) * step,
    index > 40 && index < 46 ? null : middle + swing * Math.sin(index / 9),
  ]);
}

/** Charts as the query catalogue has them, one of them without any value. */
export function fakeCharts(range: MetricRange): MetricChart[] {
  return [
    {
      id: 'ledger-lag',
      title: 'Ledger lag',
      description: 'How far the participant is behind; below 30 s is well.',
      unit: 'seconds',
      thresholds: [
        { value: 30, severity: 'warning', label: 'slow' },
        { value: 60, severity: 'critical', label: 'lagging' },
      ],
      series: [{ name: 'lag', points: wave(range, 9, 4) }],
    },
    {
      id: 'memory',
      title: 'Memory',
      description: 'Memory in use by each workload.',
      unit: 'bytes',
      thresholds: [],
      series: [
        { name: 'participant', points: wave(range, 3.1e9, 2e8) },
        { name: 'validator', points: wave(range, 1.2e9, 1e8) },
      ],
    },
    {
      id: 'traffic-balance',
      title: 'Traffic balance',
      description: 'What the validator may still send before it has to top up.',
      unit: 'bytes',
      thresholds: [{ value: 2e5, severity: 'critical', label: 'too low' }],
      series: [],
    },
  ];
}
