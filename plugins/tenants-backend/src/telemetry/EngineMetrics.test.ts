import {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { ServerBook, ServerState } from '../collector';
import { createEngineMetrics } from './EngineMetrics';

/** Remembers what is measured, by the name of the instrument. */
class RecordingMetrics {
  readonly recorded: [string, number, object?][] = [];
  readonly #callbacks = new Map<string, MetricsServiceObservableCallback>();

  readonly service = new Proxy({} as MetricsService, {
    get: () => (name: string) => ({
      add: (value: number, attributes?: object) =>
        this.recorded.push([name, value, attributes]),
      record: (value: number, attributes?: object) =>
        this.recorded.push([name, value, attributes]),
      addCallback: (callback: MetricsServiceObservableCallback) =>
        this.#callbacks.set(name, callback),
    }),
  });

  observe(name: string): [number, object?][] {
    const seen: [number, object?][] = [];
    this.#callbacks.get(name)!({
      observe: (value, attributes) => seen.push([value, attributes]),
    });
    return seen;
  }
}

const heardAt = '2026-01-01T12:00:00.000Z';
const server = (overrides: Partial<ServerState>): ServerState => ({
  source: 'kubernetes',
  server: 'devnet',
  connected: true,
  observedAt: heardAt,
  affected: [],
  ...overrides,
});

describe('createEngineMetrics', () => {
  const metrics = new RecordingMetrics();
  const servers = new ServerBook();
  const engine = createEngineMetrics({
    metrics: metrics.service,
    servers,
    observes: ({ server: name }) => name !== 'elsewhere',
    now: () => Date.parse(heardAt) + 90_000,
  });

  it('tells of the servers that this replica observes', () => {
    const statistics = { requests: 7, watchRestarts: 2, objects: 40 };
    servers.put(server({ statistics, answeredAt: heardAt }), heardAt);
    servers.put(server({ server: 'elsewhere', statistics }), heardAt);
    servers.put(server({ server: 'silent' }), heardAt);
    const attributes = { source: 'kubernetes', server: 'devnet' };
    expect(metrics.observe('tenants.upstream.requests')).toEqual([
      [7, attributes],
    ]);
    expect(metrics.observe('tenants.watch.restarts')).toEqual([
      [2, attributes],
    ]);
    expect(metrics.observe('tenants.data.age')).toEqual([[90, attributes]]);
  });

  it('measures in seconds, and counts charts and what was denied', () => {
    engine.assembled(2);
    engine.written(30);
    engine.chartsRead();
    engine.denied('tenant.read');
    expect(metrics.recorded).toEqual([
      ['tenants.assembly.duration', 0.002, undefined],
      ['tenants.write.duration', 0.03, undefined],
      ['tenants.charts.reads', 1, undefined],
      ['tenants.reads.denied', 1, { permission: 'tenant.read' }],
    ]);
  });
});
