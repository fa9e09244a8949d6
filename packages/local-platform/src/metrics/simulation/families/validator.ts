import { identitiesOf } from '../identities';
import { lastSeenRecordTime } from '../ledgerTime';
import {
  EnvironmentScope,
  MetricFamily,
  SimulatedSeries,
} from '../MetricFamily';
import { between, noise, totalLoad } from '../numbers';
import { Target } from '../targets';
import { familiesOf, labelled, single } from './familiesOf';

const { gauge, counter } = familiesOf('validator');

const triggers = [
  'TopupMemberTrafficTrigger',
  'ReconcileSequencerConnectionsTrigger',
  'ValidatorPackageVettingTrigger',
  'CollectRewardsAndMergeAmuletsTrigger',
  'ValidatorLicenseMetadataTrigger',
  'ValidatorLicenseActivityTrigger',
];
/** The one that the fault is about. */
const unhealthyTrigger = 'ReconcileSequencerConnectionsTrigger';
const stores = ['DbValidatorStore', 'DbUserWalletStore'];

/** Metrics of the validator app's own endpoint. */
export const validatorFamilies: MetricFamily[] = [
  gauge(
    'splice_automation_background_service_health',
    'Health of a background service: 0 healthy, 1 not.',
    onceReady((_target, { faultSince }) =>
      triggers.map(service =>
        labelled(
          { automation_service: 'ValidatorAutomationService', service },
          at =>
            service === unhealthyTrigger &&
            at >= (faultSince('unhealthy-automation') ?? Infinity)
              ? 1
              : 0,
        ),
      ),
    ),
  ),
  gauge(
    'splice_store_last_seen_record_time_ms',
    'Record time of the newest ledger update that a store has seen, in Unix milliseconds.',
    onceReady(({ seed }, scope) =>
      stores.map(store =>
        labelled(storeLabels(store, scope), at =>
          Math.round(
            1000 *
              lastSeenRecordTime(seed, at, scope.faultSince('lagging-ledger')),
          ),
        ),
      ),
    ),
  ),
  gauge(
    'splice_store_last_ingested_record_time_ms',
    'Record time of the newest transaction that a store has taken in, in Unix milliseconds.',
    onceReady(({ seed }, scope) =>
      stores.map(store =>
        labelled(storeLabels(store, scope), at => {
          const seen = lastSeenRecordTime(
            seed,
            at,
            scope.faultSince('lagging-ledger'),
          );
          return 1000 * Math.floor(seen / 90) * 90;
        }),
      ),
    ),
  ),
  gauge(
    'splice_wallet_unlocked_amulet_balance',
    'Coins that the owner can spend.',
    onceReady(({ seed }, { environment }) => [
      labelled(
        { owner: identitiesOf(environment).party },
        at =>
          between(`${seed} coins`, 400, 4_000) *
          (0.9 + 0.2 * noise(`${seed} coins`, at, 7_200)),
      ),
    ]),
  ),
  gauge(
    'splice_wallet_locked_amulet_balance',
    'Coins that are locked for the owner.',
    onceReady((_target, { environment }) => [
      labelled({ owner: identitiesOf(environment).party }, () => 0),
    ]),
  ),
  counter(
    'splice_trigger_iterations_total',
    'Times that a trigger has looked for work.',
    onceReady(({ seed, processStart }) =>
      triggers.map(trigger =>
        labelled({ trigger_name: trigger }, at =>
          Math.floor(
            totalLoad(`${seed} ${trigger}`, processStart(at), at) / 30,
          ),
        ),
      ),
    ),
  ),
  counter(
    'splice_validator_scan_bft_calls_total',
    'Reads from the scans of the network.',
    ({ seed, processStart }) =>
      single(at =>
        Math.floor(totalLoad(`${seed} scan`, processStart(at), at) / 12),
      ),
  ),
  gauge(
    'splice_retries_failures',
    'Failures after which an operation was tried again.',
    ({ seed }) => [
      labelled({ operation: 'scan-read', error_kind: 'transient' }, () =>
        Math.floor(between(`${seed} retries`, 2, 40)),
      ),
    ],
  ),
  gauge('target_info', 'What runs here.', (_target, { environment }) => [
    labelled(
      {
        service_name: 'validator-app',
        service_version: environment.spliceVersion,
      },
      () => 1,
    ),
  ]),
];

/** An app that waits for its onboarding answers on its endpoint, but has no stores yet. */
function onceReady(
  describe: (target: Target, scope: EnvironmentScope) => SimulatedSeries[],
) {
  return (target: Target, scope: EnvironmentScope) =>
    target.pod.ready ? describe(target, scope) : [];
}

function storeLabels(store: string, { environment }: EnvironmentScope) {
  const { party, synchronizer } = identitiesOf(environment);
  return {
    node_name: 'validator',
    store_name: store,
    store_party: party,
    synchronizer_id: synchronizer,
  };
}
