/** What the series of one tenant environment on devnet say. */
export interface SampleNode {
  namespace: string;
  lagSeconds: number;
  trafficBalance: number;
  healthy: boolean;
  freeBytes: number;
}

type Metric = [selector: string, valueAt: (timestamp: number) => number];

const traffic = 'daml_sequencer_client_traffic_control_extra_traffic';
const pool = 'daml_sequencer_client_sequencer_connection_pool';

/** Values every 15 seconds, in the OpenMetrics format. */
export function renderSamples(
  nodes: SampleNode[],
  range: { start: number; end: number },
): string {
  const lines: string[] = [];
  for (const node of nodes) {
    for (const [selector, valueAt] of metricsOf(node)) {
      for (let at = range.start; at <= range.end; at += 15) {
        lines.push(`${selector} ${valueAt(at)} ${at}`);
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

function metricsOf(node: SampleNode): Metric[] {
  const of = (name: string, label: string, value: string) =>
    `${name}{cluster="devnet",namespace="${node.namespace}",pod="p",${label}="${value}"}`;
  const purchased = 2_000_000;
  return [
    [
      of('splice_store_last_seen_record_time_ms', 'store_name', 's'),
      at => (at - node.lagSeconds) * 1000,
    ],
    [of(`${traffic}_purchased`, 'member', 'm'), () => purchased],
    [
      of(`${traffic}_consumed`, 'member', 'm'),
      () => purchased - node.trafficBalance,
    ],
    [
      of('daml_health_status', 'component', 'indexer'),
      () => Number(node.healthy),
    ],
    [
      of('splice_automation_background_service_health', 'service', 's'),
      () => 0,
    ],
    [of(`${pool}_validated_connections`, 'node', 'p'), () => 7],
    [of(`${pool}_trust_threshold`, 'node', 'p'), () => 3],
    [
      of('kubelet_volume_stats_available_bytes', 'persistentvolumeclaim', 'pg'),
      () => node.freeBytes,
    ],
    [
      of('kubelet_volume_stats_capacity_bytes', 'persistentvolumeclaim', 'pg'),
      () => 40e9,
    ],
    [of('pg_database_size_bytes', 'datname', 'participant'), () => 1e9],
    [of('container_memory_working_set_bytes', 'container', 'c'), () => 1e9],
    [of('container_cpu_usage_seconds_total', 'container', 'c'), at => at / 2],
  ];
}
