import { identitiesOf } from '../identities';
import { EnvironmentScope, MetricFamily } from '../MetricFamily';
import { noise, totalLoad } from '../numbers';
import { Target } from '../targets';
import { ExtraTraffic, extraTraffic } from '../traffic';
import { familiesOf, labelled, single } from './familiesOf';

const { gauge, counter } = familiesOf('participant');

const connections = ['sv-1', 'sv-2', 'sv-3', 'sv-4', 'sv-5', 'sv-6', 'sv-7'];
const trustThreshold = 3;
const subscriptionThreshold = 4;

const pool = 'daml_sequencer_client_sequencer_connection_pool';
const traffic = 'daml_sequencer_client_traffic_control';

/** Free traffic of 20 minutes, in bytes. */
const baseTraffic = 400_000;

/** Metrics of the participant's connections to the sequencers, and of its traffic. */
export const sequencerFamilies: MetricFamily[] = [
  gauge(
    `${pool}_validated_connections`,
    'Sequencer connections that are validated.',
    (_target, scope) => single(at => validatedAt(at, scope)),
  ),
  gauge(
    `${pool}_active_subscriptions`,
    'Sequencer connections with an active subscription.',
    () => single(() => subscriptionThreshold),
  ),
  gauge(
    `${pool}_trust_threshold`,
    'Validated sequencer connections that are needed.',
    () => single(() => trustThreshold),
  ),
  gauge(
    `${pool}_subscription_threshold`,
    'Active subscriptions that are wanted.',
    () => single(() => subscriptionThreshold),
  ),
  gauge(
    `${pool}_tracked_connections`,
    'Sequencer connections that are configured.',
    () => single(() => connections.length),
  ),
  gauge(
    `${pool}_connection_health`,
    'Health of a connection: 0 fatal, 1 failed, 2 validated.',
    (_target, scope) =>
      connections.map((connection, index) =>
        labelled({ connection }, at =>
          index < validatedAt(at, scope) ? 2 : 1,
        ),
      ),
  ),
  gauge(
    'daml_sequencer_client_handler_delay',
    'Milliseconds between the sequencing and the handling of an event.',
    ({ seed }) => single(at => 80 + 220 * noise(`${seed} delay`, at, 30)),
  ),
  gauge(
    `${traffic}_extra_traffic_purchased`,
    'Extra traffic bought since the node joined, in bytes.',
    ofMember(({ purchased }) => purchased),
  ),
  gauge(
    `${traffic}_extra_traffic_consumed`,
    'Extra traffic used since the node joined, in bytes.',
    ofMember(({ consumed }) => consumed),
  ),
  gauge(
    `${traffic}_base_traffic_remainder`,
    'Free traffic that is left, in bytes.',
    ({ seed }, { environment }) => [
      labelled({ member: identitiesOf(environment).member }, at =>
        Math.round(baseTraffic * noise(`${seed} base`, at, 300)),
      ),
    ],
  ),
  counter(
    `${traffic}_event_delivered_cost_total`,
    'Traffic of the delivered events, in bytes.',
    ({ seed, processStart }) => [
      labelled({ type: 'confirmation-request', application_id: 'wallet' }, at =>
        Math.round(190 * totalLoad(`${seed} traffic`, processStart(at), at)),
      ),
    ],
  ),
];

/** One is left while the others cannot be reached. */
function validatedAt(at: number, { faultSince }: EnvironmentScope): number {
  const lost = at >= (faultSince('lost-sequencers') ?? Infinity);
  return lost ? 1 : connections.length;
}

function ofMember(choose: (traffic: ExtraTraffic) => number) {
  return ({ seed }: Target, { environment, faultSince }: EnvironmentScope) => [
    labelled({ member: identitiesOf(environment).member }, at =>
      choose(extraTraffic(seed, at, faultSince('low-traffic-balance'))),
    ),
  ];
}
