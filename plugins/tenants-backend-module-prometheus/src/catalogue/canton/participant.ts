import { MetricDefinition } from '../MetricDefinition';

const pool = 'daml_sequencer_client_sequencer_connection_pool';
const dayInSeconds = 86_400;

/** What the participant reports of itself. */
export const participantMetrics: readonly MetricDefinition[] = [
  {
    id: 'participant-health',
    title: 'Participant health',
    description:
      'What the participant says about each of its parts: 1 healthy, 0 not.',
    unit: 'count',
    seriesLabel: 'component',
    // Names the unhealthy parts only: an answer of all parts would be ten times as long.
    query: `min by ($labels, component) (max by ($labels, component, node) (last_over_time(daml_health_status[$age]))) < 1
      or min by ($labels) (max by ($labels, component, node) (last_over_time(daml_health_status[$age])))`,
    chart: false,
    check: {
      expected: true,
      unwell: 'below',
      runbook: 'participant-unhealthy',
      levels: [
        {
          severity: 'critical',
          limit: 1,
          label: 'Unhealthy',
          reason: 'ParticipantUnhealthy',
          message:
            'The participant reports as unhealthy: {names}. Likely it is starting, crashing or has lost its database or sequencers; look at its pod and its log.',
        },
      ],
    },
  },
  {
    id: 'sequencer-connections',
    title: 'Sequencer connections to spare',
    description:
      'Validated sequencer connections beyond the number that has to agree; below 0 the participant is cut off.',
    unit: 'count',
    // The best of the last minutes: connections are renewed now and then.
    query: `max by ($labels) (max_over_time(${pool}_validated_connections[$age]) - last_over_time(${pool}_trust_threshold[$age]))`,
    chart: true,
    check: {
      expected: false,
      unwell: 'below',
      runbook: 'sequencer-connections',
      levels: [
        {
          severity: 'critical',
          limit: 0,
          label: 'Trust threshold',
          reason: 'TooFewSequencers',
          message:
            '{distance} validated sequencer connections are missing to the trust threshold. Likely the egress address is not on the allow-lists of the super validators, or they are down; check both before restarting anything.',
        },
      ],
    },
  },
  {
    id: 'sequencer-dropped',
    title: 'Dropped submissions',
    description:
      'Submissions of the last ten minutes whose event never came; 0 is well.',
    unit: 'count',
    // Which of the two names a release has is not documented.
    query:
      'sum by ($labels) (increase({__name__=~"daml_sequencer_client_submissions_dropped(_total)?"}[10m]))',
    chart: false,
    check: {
      expected: false,
      unwell: 'above',
      runbook: 'sequencer-connections',
      levels: [
        {
          severity: 'warning',
          limit: 0.5,
          label: 'Dropped',
          reason: 'SubmissionsDropped',
          message:
            '{value} submissions of the last ten minutes were never sequenced. Likely sequencers are overloaded or out of reach; look at the sequencer connections and the traffic balance.',
        },
      ],
    },
  },
  {
    id: 'participant-pruning',
    title: 'Oldest event that is not pruned',
    description:
      'Age of the oldest event in the participant; not more than the retention of the pruning schedule.',
    unit: 'seconds',
    query:
      'max by ($labels) (last_over_time(daml_pruning_max_event_age[$age])) * 3600',
    chart: false,
    check: {
      expected: false,
      unwell: 'above',
      runbook: 'pruning-behind',
      levels: [
        {
          severity: 'warning',
          limit: 31 * dayInSeconds,
          label: 'Behind',
          reason: 'PruningBehind',
          message:
            'The oldest event is {value} old, beyond the usual retention of 30 days, and the database keeps growing. Likely pruning is off or fails; check the pruning schedule of the validator and its log.',
        },
      ],
    },
  },
];
