import { MetricDefinition } from '../MetricDefinition';

/** The PostgreSQL of the tenant environment and its volumes. */
export const databaseMetrics: readonly MetricDefinition[] = [
  {
    id: 'database-up',
    title: 'Database answers',
    description: 'Whether the exporter reaches the database: 1 yes, 0 no.',
    unit: 'count',
    query: 'max by ($labels) (max_over_time(pg_up[$age]))',
    chart: false,
    check: {
      expected: false,
      unwell: 'below',
      runbook: 'database-connections',
      levels: [
        {
          severity: 'critical',
          limit: 1,
          label: 'Down',
          reason: 'DatabaseUnreachable',
          message:
            'The exporter cannot reach the database. Likely it is down, out of connections or its password has changed; look at its pod and its log.',
        },
      ],
    },
  },
  {
    id: 'database-connections',
    title: 'Database connections in use',
    description:
      'Connections as a share of those that the database allows; a validator node needs about 80.',
    unit: 'ratio',
    query:
      'sum by ($labels) (last_over_time(pg_stat_activity_count[$age])) / on ($labels) max by ($labels) (last_over_time(pg_settings_max_connections[$age]))',
    chart: true,
    check: {
      expected: false,
      unwell: 'above',
      runbook: 'database-connections',
      levels: [
        {
          severity: 'warning',
          limit: 0.8,
          label: 'Many',
          reason: 'ManyConnections',
          message:
            '{value} of the connections that the database allows are in use. Allow more, or look for what does not give them back.',
        },
        {
          severity: 'critical',
          limit: 0.95,
          label: 'Nearly all',
          reason: 'ConnectionsExhausted',
          message:
            '{value} of the connections that the database allows are in use; soon none is left, and the node stops. Allow more, or look for what does not give them back.',
        },
      ],
    },
  },
  {
    id: 'database-volume',
    title: 'Free space of the volumes',
    description: 'Share of each volume that is free.',
    unit: 'ratio',
    seriesLabel: 'persistentvolumeclaim',
    query:
      'min by ($labels, persistentvolumeclaim) (last_over_time(kubelet_volume_stats_available_bytes[$age]) / last_over_time(kubelet_volume_stats_capacity_bytes[$age]))',
    chart: true,
    check: {
      expected: false,
      unwell: 'below',
      runbook: 'volume-nearly-full',
      levels: [
        {
          severity: 'critical',
          limit: 0.15,
          label: 'Nearly full',
          reason: 'VolumeNearlyFull',
          message:
            'Only {value} is free on the volume: {names}. A full volume stops the database; make it larger, or prune earlier.',
        },
      ],
    },
  },
  {
    id: 'database-size',
    title: 'Database size',
    description: 'Size of each database on disk.',
    unit: 'bytes',
    seriesLabel: 'datname',
    query:
      'max by ($labels, datname) (last_over_time(pg_database_size_bytes[$age]))',
    chart: true,
  },
];
