import { MetricDefinition } from '../MetricDefinition';

const automation =
  'last_over_time(splice_automation_background_service_health[$age])';

/** What the validator app reports of itself. */
export const validatorMetrics: readonly MetricDefinition[] = [
  {
    id: 'ledger-lag',
    title: 'Ledger lag',
    description:
      'How long ago the newest ledger update was recorded that the validator has seen; well below a minute when it keeps up.',
    unit: 'seconds',
    // Last seen, not last ingested: a healthy node without transactions ingests nothing. Of each
    // store the newest value counts, so that a pod that was replaced does not.
    query:
      'time() - min by ($labels) (max by ($labels, store_name, store_party) (last_over_time(splice_store_last_seen_record_time_ms[$age]))) / 1000',
    chart: true,
    check: {
      expected: true,
      unwell: 'above',
      runbook: 'ledger-lag',
      levels: [
        {
          severity: 'warning',
          limit: 60,
          label: 'Catching up',
          reason: 'LedgerCatchingUp',
          message:
            'The newest ledger update that the validator has seen is {value} old. After a restart that is normal; otherwise watch whether it grows.',
        },
        {
          severity: 'critical',
          limit: 120,
          label: 'Lagging',
          reason: 'LedgerLagging',
          message:
            'The newest ledger update that the validator has seen is {value} old. Likely the participant has lost its sequencers or cannot keep up; look at its connections, its traffic balance and its log.',
        },
      ],
    },
  },
  {
    id: 'validator-automation',
    title: 'Unhealthy automation',
    description:
      "Background services of the validator: 0 healthy, 1 not. The validator's readiness does not show them.",
    unit: 'count',
    seriesLabel: 'service',
    // Names the unhealthy services only: a validator has about 29.
    query: `max by ($labels, service) (${automation}) > 0 or max by ($labels) (${automation})`,
    chart: false,
    check: {
      expected: false,
      unwell: 'above',
      runbook: 'automation-unhealthy',
      levels: [
        {
          severity: 'critical',
          limit: 0,
          label: 'Unhealthy',
          reason: 'AutomationUnhealthy',
          message:
            'Background services of the validator are unhealthy although it counts as ready: {names}. Look for their errors in its log.',
        },
      ],
    },
  },
  {
    id: 'validator-retries',
    title: 'Retries',
    description:
      'Failures of the last hour after which an operation was tried again; a healthy node has few.',
    unit: 'count',
    query: 'sum by ($labels) (increase(splice_retries_failures[1h]))',
    chart: false,
    check: {
      expected: false,
      unwell: 'above',
      runbook: 'automation-unhealthy',
      levels: [
        {
          severity: 'warning',
          limit: 50,
          label: 'Many',
          reason: 'ManyRetries',
          message:
            'Operations failed and were tried again {value} times in the last hour. Likely the network, the participant or the identity provider answers badly; look at the log of the validator for what fails.',
        },
      ],
    },
  },
  {
    id: 'wallet-balance',
    title: 'Coin balance',
    description:
      "Unlocked coins in the validator's wallets, from which traffic is bought; more than the next top-up costs.",
    unit: 'coins',
    // NaN until the wallets are read for the first time; the owner's party id stays behind.
    query:
      'sum by ($labels) (last_over_time(splice_wallet_unlocked_amulet_balance[$age]))',
    chart: true,
    check: {
      expected: false,
      unwell: 'below',
      runbook: 'traffic-balance',
      levels: [
        {
          severity: 'warning',
          limit: 1,
          label: 'Empty',
          reason: 'WalletEmpty',
          message:
            'The wallets hold {value}, so that no traffic can be bought. Send coins to the validator before its traffic runs out; an empty wallet cannot even accept an offer while top-up is on.',
        },
      ],
    },
  },
];
