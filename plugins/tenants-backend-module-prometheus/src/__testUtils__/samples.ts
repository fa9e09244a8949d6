/** What the series of one tenant environment on devnet say. */
export interface SampleNode {
  namespace: string;
  lagSeconds: number;
  /** Of extra traffic, an hour before the end; 100 bytes are used each second. */
  trafficBalance: number;
  healthy: boolean;
  freeBytes: number;
  coins: number;
  /** How long before the end the last values were reported. */
  silentSeconds?: number;
}

type Metric = [selector: string, valueAt: (timestamp: number) => number];

const traffic = 'daml_sequencer_client_traffic_control';
const pool = 'daml_sequencer_client_sequencer_connection_pool';
const bytesPerSecond = 100;

/** Values every 15 seconds, in the OpenMetrics format. */
export function renderSamples(
  nodes: SampleNode[],
  range: { start: number; end: number },
): string {
  const lines: string[] = [];
  for (const node of nodes) {
    const end = range.end - (node.silentSeconds ?? 0);
    for (const [selector, valueAt] of metricsOf(node, range)) {
      for (let at = range.start; at <= end; at += 15) {
        lines.push(`${selector} ${valueAt(at)} ${at}`);
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

function metricsOf(node: SampleNode, { start }: { start: number }): Metric[] {
  const purchased = 20_000_000;
  const consumedAtStart = purchased - node.trafficBalance;
  const constant = (value: number) => () => value;
  const metric = (
    name: string,
    labels: Record<string, string>,
    valueAt: Metric[1],
  ): Metric => [selectorOf(name, node.namespace, labels), valueAt];
  const claim = { persistentvolumeclaim: 'pg' };
  return [
    metric(
      'splice_store_last_seen_record_time_ms',
      { store_name: 's', store_party: 'p' },
      at => (at - node.lagSeconds) * 1000,
    ),
    metric(
      `${traffic}_extra_traffic_purchased`,
      { member: 'm' },
      constant(purchased),
    ),
    metric(
      `${traffic}_extra_traffic_consumed`,
      { member: 'm' },
      at => consumedAtStart + (at - start) * bytesPerSecond,
    ),
    metric(
      `${traffic}_base_traffic_remainder`,
      { member: 'm' },
      constant(1_000),
    ),
    metric(
      'daml_health_status',
      { component: 'indexer', node: 'participant' },
      constant(Number(node.healthy)),
    ),
    metric(
      'splice_automation_background_service_health',
      { service: 'TopupMemberTrafficTrigger' },
      constant(Number(!node.healthy)),
    ),
    metric(
      'splice_automation_background_service_health',
      { service: 'WalletSweepTrigger' },
      constant(0),
    ),
    metric(
      'splice_wallet_unlocked_amulet_balance',
      { owner: 'party::1220' },
      constant(node.coins),
    ),
    metric('splice_retries_failures', { operation: 'o' }, constant(7)),
    metric(`${pool}_validated_connections`, { node: 'p' }, constant(7)),
    metric(`${pool}_trust_threshold`, { node: 'p' }, constant(3)),
    metric(
      'daml_sequencer_client_submissions_dropped',
      { node: 'p' },
      constant(0),
    ),
    metric('daml_pruning_max_event_age', { node: 'p' }, constant(47)),
    metric(
      'kubelet_volume_stats_available_bytes',
      claim,
      constant(node.freeBytes),
    ),
    metric('kubelet_volume_stats_capacity_bytes', claim, constant(40e9)),
    metric('pg_up', { server: 's' }, constant(1)),
    metric('pg_database_size_bytes', { datname: 'participant' }, constant(1e9)),
    metric('pg_stat_activity_count', { datname: 'participant' }, constant(75)),
    metric('pg_settings_max_connections', { server: 's' }, constant(300)),
    metric('up', { job: 'participant' }, constant(1)),
    metric(
      'kube_pod_container_status_restarts_total',
      { container: 'c' },
      constant(2),
    ),
    metric(
      'container_memory_working_set_bytes',
      { container: 'c' },
      constant(1e9),
    ),
    metric(
      'container_cpu_usage_seconds_total',
      { container: 'c' },
      at => at / 2,
    ),
  ];
}

function selectorOf(
  name: string,
  namespace: string,
  labels: Record<string, string>,
): string {
  const all = { cluster: 'devnet', namespace, pod: 'p', ...labels };
  const pairs = Object.entries(all).map(
    ([label, value]) => `${label}="${value}"`,
  );
  return `${name}{${pairs.join(',')}}`;
}
