import { identitiesOf } from '../identities';
import { lastSeenRecordTime } from '../ledgerTime';
import { MetricFamily } from '../MetricFamily';
import { load, noise } from '../numbers';
import { familiesOf, labelled, single } from './familiesOf';

const { gauge, counter } = familiesOf('participant');

const healthComponents = [
  'participant',
  'connected-synchronizer',
  'db-storage',
  'indexer',
  'sequencer-client',
];

/** Metrics of the participant's health and of its storage. */
export const participantFamilies: MetricFamily[] = [
  gauge(
    'daml_health_status',
    'Health of a component of the node: 1 healthy, 0 not.',
    ({ isReady }) =>
      healthComponents.map(component =>
        labelled({ component, node: 'participant' }, at =>
          isReady(at) ? 1 : 0,
        ),
      ),
  ),
  gauge(
    'daml_participant_api_indexer_last_received_record_time',
    'Record time of the newest event that the indexer received, in Unix milliseconds.',
    ({ seed }, { environment, faultSince }) => [
      labelled(
        { synchronizer_id: identitiesOf(environment).synchronizer },
        at =>
          Math.round(
            1000 * lastSeenRecordTime(seed, at, faultSince('lagging-ledger')),
          ),
      ),
    ],
  ),
  gauge(
    'daml_pruning_max_event_age',
    'Age of the oldest event that is not pruned, in hours.',
    () => single(at => 47.5 + (at % 600) / 1_200),
  ),
  gauge(
    'daml_db_storage_write_executor_load',
    'Share of the database connections for writing that are busy.',
    ({ seed }) => single(at => 0.06 * load(`${seed} writes`, at)),
  ),
  gauge(
    'daml_db_storage_write_executor_queued',
    'Writes that wait for a database connection.',
    () => single(() => 0),
  ),
  gauge(
    'daml_sequencer_client_submissions_in_flight',
    'Submissions whose event has not come yet.',
    ({ seed }) => single(at => Math.floor(4 * noise(`${seed} flight`, at, 15))),
  ),
  counter(
    'daml_sequencer_client_submissions_dropped',
    'Submissions whose event never came.',
    () => single(() => 0),
  ),
];
