import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FaultBoard } from '../faults';
import { LoopbackServer } from '../listenOnLoopback';
import {
  comparedQueries,
  refusedQueries,
} from './__fixtures__/comparedQueries';
import { ask, differences } from './__testUtils__/answers';
import {
  backfill,
  describeWithPrometheus,
  startPrometheus,
} from './__testUtils__/realPrometheus';
import { healthyEnvironment, pod, worldOf } from './__testUtils__/world';
import { createMatcher, metricNameLabel } from './promql';
import { FaultTimes, SimulatedMetrics } from './simulation';
import { startMetricsApi } from './startMetricsApi';

jest.setTimeout(90_000);

const logger = { info() {}, warn() {}, error() {} };

const world = worldOf(
  healthyEnvironment('acme-01', 'devnet'),
  healthyEnvironment('beta-02', 'devnet', {
    pods: [pod('participant-1a2b', 'participant', { restarts: 3 })],
  }),
  healthyEnvironment('acme-01', 'testnet', {
    pods: [
      pod('participant-3c4d', 'participant', {
        startedAt: '2026-09-01T11:45:00Z',
        restarts: 2,
      }),
    ],
  }),
);

/** Without `up` itself, which a Prometheus makes of its own scrapes. */
const scrapedQueries = [
  'daml_health_status',
  'splice_automation_background_service_health',
  'splice_store_last_seen_record_time_ms',
  'container_memory_working_set_bytes{container="postgres"}',
  'sum by (namespace) (container_cpu_usage_seconds_total)',
  'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes',
  'max by (datname) (pg_database_size_bytes)',
  'count by (cluster, job) (pg_up)',
  'daml_sequencer_client_traffic_control_extra_traffic_purchased',
  'daml_sequencer_client_sequencer_connection_pool_validated_connections',
  'topk(1, kube_pod_container_status_restarts_total)',
  'target_info{service_version=~"0[.]7[.].*"}',
];

describeWithPrometheus()('the simulated Prometheus and a real one', () => {
  let simulated: LoopbackServer;
  let real: { url: string; close(): Promise<void> };
  const directory = mkdtempSync(join(tmpdir(), 'prometheus-'));

  const closeBoth = async () => {
    await simulated?.close();
    await real?.close();
  };

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  describe('with the same samples', () => {
    const now = Date.parse('2026-09-01T12:00:03.500Z') / 1000;

    beforeAll(async () => {
      const faults = new FaultBoard();
      faults.switchOn({
        name: 'crash-looping-participant',
        target: 'beta-02/devnet',
      });
      const clock = () => now * 1000;
      backfill(directory, openMetricsOf(faults, now));
      // Imported samples have no marks where a series ends, so the last value must not be
      // looked for any further back than the simulator does.
      const flags = ['--query.lookback-delta=5s'];
      real = await startPrometheus(directory, '{}', flags);
      const options = { port: 0, world, faults, now: clock, logger };
      simulated = await startMetricsApi(options);
    });

    afterAll(closeBoth);

    const askBoth = (path: string, parameters: Record<string, string>) =>
      Promise.all(
        [simulated, real].map(({ url }) => ask(url, path, parameters)),
      );

    it('answer instant queries alike', async () => {
      for (const query of comparedQueries) {
        const time = String(now);
        const [ours, theirs] = await askBoth('query', { query, time });
        expect([query, ...differences(ours, theirs)]).toEqual([query]);
      }
    });

    it('answer range queries alike', async () => {
      const range = { start: `${now - 1800}`, end: `${now}`, step: '37' };
      for (const query of comparedQueries) {
        const [ours, theirs] = await askBoth('query_range', {
          query,
          ...range,
        });
        expect([query, ...differences(ours, theirs)]).toEqual([query]);
      }
    });

    it('refuse the same queries with the same type of error', async () => {
      for (const query of refusedQueries) {
        const time = String(now);
        const [ours, theirs] = await askBoth('query', { query, time });
        expect([query, ours.errorType]).toEqual([query, theirs.errorType]);
      }
    });
  });

  it('agree on the series when the real one scrapes the simulator', async () => {
    const faults = new FaultBoard();
    const options = { port: 0, world, faults, scrapeInterval: 1, logger };
    simulated = await startMetricsApi(options);
    real = await startPrometheus(directory, scrapeConfig(simulated.url));
    await setTimeout(6_000);

    for (const query of scrapedQueries) {
      const time = Date.now() / 1000;
      const [ours, theirs] = await Promise.all(
        [simulated, real].map(({ url }) => ask(url, 'query', { query, time })),
      );
      expect([query, ...differences(ours, theirs, 0.02)]).toEqual([query]);
    }
    await closeBoth();
  });
});

function scrapeConfig(url: string): string {
  return JSON.stringify({
    scrape_configs: ['devnet', 'testnet'].map(cluster => ({
      job_name: cluster,
      scrape_interval: '1s',
      scrape_timeout: '1s',
      honor_labels: true,
      metrics_path: `/metrics/${cluster}`,
      static_configs: [{ targets: [url.replace('http://', '')] }],
    })),
  });
}

/** Two hours of every series, as a Prometheus would have stored them. */
function openMetricsOf(faults: FaultBoard, now: number): string {
  const faultTimes = new FaultTimes(faults, () => now);
  const metrics = new SimulatedMetrics({
    world,
    faultTimes,
    scrapeInterval: 5,
  });
  const lines = metrics
    .select([createMatcher(metricNameLabel, '!=', '')])
    .flatMap(({ labels, pointsBetween }) => {
      const { __name__: name, ...others } = Object.fromEntries(labels);
      const pairs = Object.entries(others).map(([k, v]) => `${k}="${v}"`);
      return pointsBetween(now - 7_200, now).map(
        ({ timestamp, value }) =>
          `${name}{${pairs.join(',')}} ${value} ${timestamp}`,
      );
    });
  faultTimes.close();
  return `${lines.join('\n')}\n# EOF\n`;
}
