import { FaultBoard, TenantFault } from '../../faults';
import { WorldTenantEnvironment } from '../../sample/World';
import { healthyEnvironment, pod, worldOf } from '../__testUtils__/world';
import { instantQuery, parseSelector } from '../promql';
import { FaultTimes } from './FaultTimes';
import { SimulatedMetrics } from './SimulatedMetrics';

const now = Date.parse('2026-09-01T12:00:00Z') / 1000;
const traffic = 'daml_sequencer_client_traffic_control_extra_traffic';
const lag = 'time() - max(splice_store_last_seen_record_time_ms) / 1000';

function metricsOf(
  environments: WorldTenantEnvironment[],
  ...active: TenantFault[]
) {
  const faults = new FaultBoard();
  active.forEach(name => faults.switchOn({ name, target: 'acme-01/devnet' }));
  return new SimulatedMetrics({
    world: worldOf(...environments),
    faultTimes: new FaultTimes(faults, () => now),
    scrapeInterval: 5,
  });
}

function values(metrics: SimulatedMetrics, query: string, timestamp = now) {
  const select = metrics.select.bind(metrics);
  const result = instantQuery({ query, select, timestamp, timeoutMs: 5_000 });
  return result.type === 'vector'
    ? result.samples.map(({ value }) => value)
    : [];
}

/** A week, every ten minutes. */
const week = Array.from({ length: 1_008 }, (_, index) => now - index * 600);

describe('SimulatedMetrics', () => {
  const acme = healthyEnvironment('acme-01', 'devnet');

  it('gives the same values whenever it is asked', () => {
    const everything = parseSelector('{__name__!=""}').matchers;
    const snapshot = () =>
      metricsOf([acme])
        .select(everything)
        .map(({ labels, pointAt }) => [[...labels], pointAt(now)]);
    expect(snapshot()).toEqual(snapshot());
    expect(snapshot().length).toBeGreaterThan(50);
  });

  it('keeps the lag of a healthy ledger between 1 and 11 seconds', () => {
    const lags = week.flatMap(at => values(metricsOf([acme]), lag, at + 3));
    expect(lags).toHaveLength(week.length);
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...lags)).toBeLessThan(11);
    expect(new Set(lags).size).toBeGreaterThan(500);
  });

  it('tops the traffic balance up before it reaches the reserve', () => {
    const metrics = metricsOf([acme]);
    const balances = week.flatMap(at =>
      values(metrics, `${traffic}_purchased - ${traffic}_consumed`, at),
    );
    expect(Math.min(...balances)).toBeGreaterThan(200_000);
    expect(Math.max(...balances)).toBeGreaterThan(1_000_000);
  });

  it('never lets purchased or consumed traffic fall, fault or not', () => {
    for (const active of [[], ['low-traffic-balance']] as TenantFault[][]) {
      for (const name of ['purchased', 'consumed']) {
        const metrics = metricsOf([acme], ...active);
        const series = week.flatMap(at =>
          values(metrics, `${traffic}_${name}`, at),
        );
        expect(series).toEqual([...series].sort((a, b) => b - a));
      }
    }
  });

  it('reports nothing of a suspended tenant environment', () => {
    const metrics = metricsOf([{ ...acme, suspended: true }]);
    expect(metrics.select(parseSelector('{namespace!=""}').matchers)).toEqual(
      [],
    );
  });

  it('reports nothing of a pod before it started', () => {
    const startedAt = '2026-09-01T11:00:00Z';
    const metrics = metricsOf([
      { ...acme, pods: [pod('participant-1', 'participant', { startedAt })] },
    ]);
    const start = Date.parse(startedAt) / 1000;
    for (const query of [
      'up',
      'daml_health_status',
      'kubelet_volume_stats_capacity_bytes',
    ]) {
      expect(values(metrics, query, start - 1)).toEqual([]);
      expect(values(metrics, query, start + 5)).not.toEqual([]);
    }
  });

  it('has no stores while the validator is not ready', () => {
    const pods = [pod('validator-app-1', 'validator', { ready: false })];
    const metrics = metricsOf([{ ...acme, pods }]);
    expect(values(metrics, 'up')).toEqual([1]);
    expect(values(metrics, lag)).toEqual([]);
  });

  it('follows what changes in the world', () => {
    let environments = [acme];
    const metrics = new SimulatedMetrics({
      world: { tenantEnvironments: () => environments },
      faultTimes: new FaultTimes(new FaultBoard(), () => now),
      scrapeInterval: 5,
    });
    expect(values(metrics, 'count(up)')).toEqual([acme.pods.length]);
    environments = [acme, healthyEnvironment('beta-02', 'devnet')];
    expect(values(metrics, 'count(up)')).toEqual([2 * acme.pods.length]);
  });

  it('shows a fault that begins after somebody has looked', () => {
    const faults = new FaultBoard();
    const metrics = new SimulatedMetrics({
      world: worldOf(acme),
      faultTimes: new FaultTimes(faults, () => now),
      scrapeInterval: 5,
    });
    const health = () => values(metrics, 'max(daml_health_status)', now + 5);
    expect(health()).toEqual([1]);
    faults.switchOn({
      name: 'crash-looping-participant',
      target: 'acme-01/devnet',
    });
    expect(health()).toEqual([0]);
  });

  describe('with a fault', () => {
    it('low-traffic-balance: is below the reserve at once, and sinks to 0', () => {
      const metrics = metricsOf([acme], 'low-traffic-balance');
      const balance = `${traffic}_purchased - ${traffic}_consumed`;
      const [atOnce] = values(metrics, balance);
      const [later] = values(metrics, balance, now + 600);
      expect(atOnce).toBeLessThan(200_000);
      expect(later).toBeLessThan(atOnce);
      expect(values(metrics, balance, now + 86_400)).toEqual([0]);
    });

    it('lagging-ledger: lags ten minutes at once, and more each second', () => {
      const metrics = metricsOf([acme], 'lagging-ledger');
      const [atOnce] = values(metrics, lag);
      const [later] = values(metrics, lag, now + 60);
      expect(atOnce).toBeGreaterThan(600);
      expect(later - atOnce).toBeCloseTo(60);
      expect(values(metrics, lag, now - 700)[0]).toBeLessThan(11);
    });

    it('crash-looping-participant: is unhealthy, with gaps', () => {
      const metrics = metricsOf([acme], 'crash-looping-participant');
      const minute = Array.from({ length: 12 }, (_, index) => now + index * 5);
      const health = minute.map(at =>
        values(metrics, 'max(daml_health_status)', at),
      );
      expect(new Set(health.flat())).toEqual(new Set([0]));
      expect(health.filter(found => found.length === 0)).toHaveLength(7);
      expect(values(metrics, 'last_over_time(daml_health_status[2m])')).toEqual(
        [0, 0, 0, 0, 0],
      );
      expect(values(metrics, 'min(up{job="participant"})', now + 40)).toEqual([
        0,
      ]);
    });

    it('leaves other tenant environments alone', () => {
      const other = healthyEnvironment('beta-02', 'devnet');
      const metrics = metricsOf([other], 'lagging-ledger');
      expect(values(metrics, lag)[0]).toBeLessThan(11);
    });
  });
});

describe('FaultTimes', () => {
  it('forgets a fault that is switched off, and starts anew', () => {
    const faults = new FaultBoard();
    let time = 10_000;
    const times = new FaultTimes(faults, () => time);
    const fault = { name: 'lagging-ledger', target: 'acme-01/devnet' } as const;
    const since = () => times.since(fault.name, fault.target);

    expect(since()).toBeUndefined();
    faults.switchOn(fault);
    expect(since()).toBe(9_400);
    time = 20_000;
    faults.switchOff(fault);
    expect(since()).toBeUndefined();
    faults.switchOn(fault);
    expect(since()).toBe(19_400);

    times.close();
    faults.switchOff(fault);
    expect(since()).toBe(19_400);
  });
});
