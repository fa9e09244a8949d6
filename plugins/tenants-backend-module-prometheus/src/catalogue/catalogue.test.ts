import { metricCatalogue } from './catalogue';
import { Thresholds } from './MetricDefinition';

const thresholds: Thresholds = {
  ledgerLagWarningSeconds: 60,
  ledgerLagCriticalSeconds: 120,
  trafficReserveBytes: 200_000,
  volumeMinimumFreeRatio: 0.15,
};

const checkOf = (id: string) =>
  metricCatalogue.find(metric => metric.id === id)!.check!;

describe('metricCatalogue', () => {
  it.each([
    ['ledger-lag', 60, 'Healthy', undefined],
    ['ledger-lag', 61, 'Progressing', 'LedgerCatchingUp'],
    ['ledger-lag', 120, 'Progressing', 'LedgerCatchingUp'],
    ['ledger-lag', 121, 'Degraded', 'LedgerLagging'],
    ['traffic-balance', 200_000, 'Healthy', undefined],
    ['traffic-balance', 199_999, 'Degraded', 'TrafficBelowReserve'],
    ['participant-health', 1, 'Healthy', undefined],
    ['participant-health', 0, 'Degraded', 'ParticipantUnhealthy'],
    ['validator-automation', 0, 'Healthy', undefined],
    ['validator-automation', 2, 'Degraded', 'AutomationUnhealthy'],
    ['sequencer-connections', 0, 'Healthy', undefined],
    ['sequencer-connections', -1, 'Degraded', 'TooFewSequencers'],
    ['database-volume', 0.15, 'Healthy', undefined],
    ['database-volume', 0.149, 'Degraded', 'VolumeNearlyFull'],
  ])('judges %s at %d as %s', (id, value, health, reason) => {
    const assessment = checkOf(id).assess({ value }, thresholds);
    expect([assessment.health, assessment.reason]).toEqual([health, reason]);
    expect(assessment.message !== undefined).toBe(reason !== undefined);
  });

  it('says what is wrong, in numbers and names', () => {
    const traffic = checkOf('traffic-balance');
    expect(traffic.assess({ value: 1_234.5 }, thresholds).message).toContain(
      '1,235 bytes of extra traffic are left, below the reserve of 200,000',
    );
    const volume = checkOf('database-volume');
    const full = { value: 0.0799, series: 'pg-data' };
    expect(volume.assess(full, thresholds).message).toContain(
      '7 % of the volume pg-data is free',
    );
  });

  it('has the same queries as before', () => {
    const scope = { labels: 'cluster, namespace', matchers: 'a="b"' };
    expect(
      Object.fromEntries(
        metricCatalogue.map(({ id, promql }) => [id, promql(scope)]),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cpu": "sum by (cluster, namespace) (rate(container_cpu_usage_seconds_total{container!="",a="b"}[5m]))",
        "database-size": "max by (cluster, namespace) (pg_database_size_bytes{a="b"})",
        "database-volume": "min by (cluster, namespace) (kubelet_volume_stats_available_bytes{a="b"} / kubelet_volume_stats_capacity_bytes{a="b"})",
        "ledger-lag": "time() - min by (cluster, namespace) (splice_store_last_seen_record_time_ms{a="b"}) / 1000",
        "memory": "sum by (cluster, namespace) (container_memory_working_set_bytes{container!="",a="b"})",
        "participant-health": "min by (cluster, namespace) (last_over_time(daml_health_status{a="b"}[2m]))",
        "sequencer-connections": "min by (cluster, namespace) (daml_sequencer_client_sequencer_connection_pool_validated_connections{a="b"} - daml_sequencer_client_sequencer_connection_pool_trust_threshold{a="b"})",
        "traffic-balance": "min by (cluster, namespace) (daml_sequencer_client_traffic_control_extra_traffic_purchased{a="b"} - daml_sequencer_client_traffic_control_extra_traffic_consumed{a="b"})",
        "validator-automation": "sum by (cluster, namespace) (splice_automation_background_service_health{a="b"})",
      }
    `);
  });

  it('gives every metric its own id', () => {
    const ids = metricCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
