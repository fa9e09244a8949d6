import { MetricDefinition } from '../MetricDefinition';

const traffic = 'daml_sequencer_client_traffic_control';
const purchased = `${traffic}_extra_traffic_purchased`;
const consumed = `${traffic}_extra_traffic_consumed`;
const balance = `last_over_time(${purchased}[$age]) - last_over_time(${consumed}[$age])`;

/*
 * Differences of two moments instead of rate(...[6h]): both are totals that never start anew, and
 * the server reads a few samples instead of hundreds for each tenant environment.
 */

/** Longest runway that is told apart, in seconds: 30 days. */
const longestRunway = 2_592_000;
const hour = 3_600;

/**
 * Extra traffic of the participant, in bytes.
 *
 * @param reserveBytes - below it the sequencers take no transaction
 */
export function trafficMetrics(
  reserveBytes: number,
): readonly MetricDefinition[] {
  const spent = `clamp_min(max by ($labels) (last_over_time(${consumed}[$age])) - max by ($labels) (last_over_time(${consumed}[$age] offset 6h)), 0)`;
  const runway = `clamp_max((min by ($labels) (${balance}) - ${reserveBytes}) / (${spent} / 21600), ${longestRunway})`;
  return [
    {
      id: 'traffic-balance',
      title: 'Traffic balance',
      description:
        'Extra traffic that is bought and not used; nothing is sent below the reserve.',
      unit: 'bytes',
      query: `min by ($labels) (${balance})`,
      chart: true,
      check: {
        expected: false,
        unwell: 'below',
        runbook: 'traffic-balance',
        levels: [
          {
            severity: 'critical',
            limit: reserveBytes,
            label: 'Reserve',
            reason: 'TrafficBelowReserve',
            message:
              "{value} of extra traffic are left, below the reserve of {limit}, so that transactions are refused. Likely top-up is off or the wallet is empty; check the validator's top-up values and its coin balance.",
          },
        ],
      },
    },
    {
      id: 'traffic-runway',
      title: 'Traffic runway',
      description:
        'Time until the balance sinks to the reserve at the consumption of the last six hours, if nothing is bought; 30 days at most.',
      unit: 'seconds',
      query: runway,
      chart: true,
    },
    {
      id: 'traffic-top-up',
      title: 'Traffic runway without top-up',
      description:
        'As the traffic runway, where nothing was bought for a day: the time that is left to buy some.',
      unit: 'seconds',
      // With automatic top-up the runway is short by design, and no reason to worry.
      query: `${runway} and on ($labels) (
        max by ($labels) (last_over_time(${purchased}[$age]))
        == max by ($labels) (last_over_time(${purchased}[$age] offset 1d)))`,
      chart: false,
      check: {
        expected: false,
        unwell: 'below',
        runbook: 'traffic-balance',
        levels: [
          {
            severity: 'warning',
            limit: 24 * hour,
            label: 'A day left',
            reason: 'TrafficRunwayShort',
            message:
              'Nothing was bought for a day, and the extra traffic lasts for {value} at the present consumption. Likely top-up is off or the wallet is empty; buy traffic, or check the top-up values.',
          },
          {
            severity: 'critical',
            limit: 4 * hour,
            label: 'Four hours left',
            reason: 'TrafficRunwayEnding',
            message:
              'Nothing was bought for a day, and the extra traffic lasts for {value} only. Buy traffic now, or transactions are refused; then check the top-up values and the coin balance.',
          },
        ],
      },
    },
    {
      id: 'traffic-free',
      title: 'Free traffic',
      description:
        'Free traffic that is left; it is refilled over twenty minutes, and extra traffic is used when it is gone.',
      unit: 'bytes',
      query: `min by ($labels) (last_over_time(${traffic}_base_traffic_remainder[$age]))`,
      chart: true,
    },
  ];
}
