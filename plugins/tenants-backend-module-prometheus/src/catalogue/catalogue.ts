import { assessments } from './assessments';
import { MetricDefinition } from './MetricDefinition';

const pool = 'daml_sequencer_client_sequencer_connection_pool';
const traffic = 'daml_sequencer_client_traffic_control_extra_traffic';

/** Every query that is ever sent; nothing that a caller says becomes part of one. */
export const metricCatalogue: readonly MetricDefinition[] = [
  {
    id: 'ledger-lag',
    title: 'Ledger lag',
    description:
      'How long ago the newest ledger update was recorded that the validator has seen; well below a minute when it keeps up.',
    unit: 'seconds',
    promql: ({ labels, matchers }) =>
      `time() - min by (${labels}) (splice_store_last_seen_record_time_ms{${matchers}}) / 1000`,
    chartThresholds: limits => [
      {
        value: limits.ledgerLagWarningSeconds,
        severity: 'warning',
        label: 'Catching up',
      },
      {
        value: limits.ledgerLagCriticalSeconds,
        severity: 'critical',
        label: 'Lagging',
      },
    ],
    check: { expected: true, worst: 'highest', assess: assessments.ledgerLag },
  },
  {
    id: 'traffic-balance',
    title: 'Traffic balance',
    description:
      'Extra traffic that is bought and not used; nothing is sent below the reserve.',
    unit: 'bytes',
    promql: ({ labels, matchers }) =>
      `min by (${labels}) (${traffic}_purchased{${matchers}} - ${traffic}_consumed{${matchers}})`,
    chartThresholds: limits => [
      {
        value: limits.trafficReserveBytes,
        severity: 'critical',
        label: 'Reserve',
      },
    ],
    check: {
      expected: false,
      worst: 'lowest',
      assess: assessments.trafficBalance,
    },
  },
  {
    id: 'participant-health',
    title: 'Participant health',
    description:
      'What the participant says about each of its parts: 1 healthy, 0 not.',
    unit: 'count',
    seriesLabel: 'component',
    // A crash-looping process is often scraped while it is down; its last word counts meanwhile.
    promql: ({ labels, matchers }) =>
      `min by (${labels}) (last_over_time(daml_health_status{${matchers}}[2m]))`,
    check: {
      expected: true,
      worst: 'lowest',
      assess: assessments.participantHealth,
    },
  },
  {
    id: 'validator-automation',
    title: 'Unhealthy automation',
    description:
      "Background services of the validator that are unhealthy; 0 is well. The validator's readiness does not show them.",
    unit: 'count',
    promql: ({ labels, matchers }) =>
      `sum by (${labels}) (splice_automation_background_service_health{${matchers}})`,
    check: {
      expected: false,
      worst: 'highest',
      assess: assessments.validatorAutomation,
    },
  },
  {
    id: 'sequencer-connections',
    title: 'Sequencer connections to spare',
    description:
      'Validated sequencer connections beyond the number that has to agree; below 0 the participant is cut off.',
    unit: 'count',
    promql: ({ labels, matchers }) =>
      `min by (${labels}) (${pool}_validated_connections{${matchers}} - ${pool}_trust_threshold{${matchers}})`,
    chartThresholds: () => [
      { value: 0, severity: 'critical', label: 'Trust threshold' },
    ],
    check: {
      expected: false,
      worst: 'lowest',
      assess: assessments.sequencerConnections,
    },
  },
  {
    id: 'database-volume',
    title: 'Free space of the volumes',
    description: 'Share of each volume that is free.',
    unit: 'ratio',
    seriesLabel: 'persistentvolumeclaim',
    promql: ({ labels, matchers }) =>
      `min by (${labels}) (kubelet_volume_stats_available_bytes{${matchers}} / kubelet_volume_stats_capacity_bytes{${matchers}})`,
    chartThresholds: limits => [
      {
        value: limits.volumeMinimumFreeRatio,
        severity: 'critical',
        label: 'Nearly full',
      },
    ],
    check: { expected: false, worst: 'lowest', assess: assessments.volumeFill },
  },
  {
    id: 'database-size',
    title: 'Database size',
    description: 'Size of each database on disk.',
    unit: 'bytes',
    seriesLabel: 'datname',
    promql: ({ labels, matchers }) =>
      `max by (${labels}) (pg_database_size_bytes{${matchers}})`,
  },
  {
    id: 'cpu',
    title: 'CPU',
    description: 'Cores that each pod uses, on average over five minutes.',
    unit: 'cores',
    seriesLabel: 'pod',
    promql: ({ labels, matchers }) =>
      `sum by (${labels}) (rate(container_cpu_usage_seconds_total{${and(
        'container!=""',
        matchers,
      )}}[5m]))`,
  },
  {
    id: 'memory',
    title: 'Memory',
    description: 'Memory that each pod cannot do without.',
    unit: 'bytes',
    seriesLabel: 'pod',
    promql: ({ labels, matchers }) =>
      `sum by (${labels}) (container_memory_working_set_bytes{${and(
        'container!=""',
        matchers,
      )}})`,
  },
];

function and(...matchers: string[]): string {
  return matchers.filter(Boolean).join(',');
}
