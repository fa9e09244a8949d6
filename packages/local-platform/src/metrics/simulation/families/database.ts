import { MetricFamily } from '../MetricFamily';
import { load } from '../numbers';
import { grown } from '../growth';
import { familiesOf, labelled, single } from './familiesOf';

const { gauge, counter } = familiesOf('database');

const databases = [
  { datname: 'participant', share: 0.85 },
  { datname: 'cantonnet_validator', share: 0.15 },
];

/** Metrics of the PostgreSQL exporter. */
export const databaseFamilies: MetricFamily[] = [
  gauge('pg_up', 'Whether the exporter reaches the database.', ({ pod }) =>
    single(() => (pod.ready ? 1 : 0)),
  ),
  gauge(
    'pg_database_size_bytes',
    'Size of a database on disk.',
    ({ pod }, { environment }) =>
      databases.map(({ datname, share }) =>
        labelled({ datname, server: 'postgres' }, at =>
          grown(share * environment.databaseSizeBytes, pod.startedAt, at),
        ),
      ),
  ),
  gauge('pg_stat_activity_count', 'Connections to a database.', ({ seed }) =>
    databases.map(({ datname, share }) =>
      labelled({ datname, state: 'idle' }, at =>
        Math.round(70 * share * load(`${seed} connections`, at)),
      ),
    ),
  ),
  gauge('pg_settings_max_connections', 'Most connections allowed.', () =>
    single(() => 300),
  ),
  counter('pg_stat_database_deadlocks', 'Deadlocks found.', () =>
    databases.map(({ datname }) => labelled({ datname }, () => 0)),
  ),
];
