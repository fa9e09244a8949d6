import fc from 'fast-check';
import { metricOf } from '../__testUtils__/metrics';
import { assess } from './assess';
import { MetricCheck } from './MetricDefinition';

const hour = 3_600;

describe('assess', () => {
  it.each([
    ['ledger-lag', 60, 'Healthy', undefined],
    ['ledger-lag', 61, 'Progressing', 'LedgerCatchingUp'],
    ['ledger-lag', 120, 'Progressing', 'LedgerCatchingUp'],
    ['ledger-lag', 121, 'Degraded', 'LedgerLagging'],
    ['traffic-balance', 200_000, 'Healthy', undefined],
    ['traffic-balance', 199_999, 'Degraded', 'TrafficBelowReserve'],
    ['traffic-top-up', 24 * hour, 'Healthy', undefined],
    ['traffic-top-up', 23 * hour, 'Progressing', 'TrafficRunwayShort'],
    ['traffic-top-up', 3 * hour, 'Degraded', 'TrafficRunwayEnding'],
    ['participant-health', 1, 'Healthy', undefined],
    ['participant-health', 0, 'Degraded', 'ParticipantUnhealthy'],
    ['participant-pruning', 30 * 24 * hour, 'Healthy', undefined],
    ['participant-pruning', 40 * 24 * hour, 'Progressing', 'PruningBehind'],
    ['validator-automation', 0, 'Healthy', undefined],
    ['validator-automation', 1, 'Degraded', 'AutomationUnhealthy'],
    ['validator-retries', 50, 'Healthy', undefined],
    ['validator-retries', 51, 'Progressing', 'ManyRetries'],
    ['wallet-balance', 1, 'Healthy', undefined],
    ['wallet-balance', 0, 'Progressing', 'WalletEmpty'],
    ['sequencer-connections', 0, 'Healthy', undefined],
    ['sequencer-connections', -1, 'Degraded', 'TooFewSequencers'],
    ['sequencer-dropped', 0, 'Healthy', undefined],
    ['sequencer-dropped', 3, 'Progressing', 'SubmissionsDropped'],
    ['database-up', 1, 'Healthy', undefined],
    ['database-up', 0, 'Degraded', 'DatabaseUnreachable'],
    ['database-connections', 0.8, 'Healthy', undefined],
    ['database-connections', 0.9, 'Progressing', 'ManyConnections'],
    ['database-connections', 0.96, 'Degraded', 'ConnectionsExhausted'],
    ['database-volume', 0.15, 'Healthy', undefined],
    ['database-volume', 0.149, 'Degraded', 'VolumeNearlyFull'],
    ['scrape-targets', 1, 'Healthy', undefined],
    ['scrape-targets', 0, 'Degraded', 'TargetDown'],
  ])('judges %s at %d as %s', (id, value, health, reason) => {
    const assessment = assess(metricOf(id), [{ value }])!;
    expect([assessment.health, assessment.reason]).toEqual([health, reason]);
    expect(assessment.message !== undefined).toBe(reason !== undefined);
    expect(assessment.message ?? '').not.toMatch(/[{}]/);
  });

  it.each([
    [
      'traffic-balance',
      [{ value: 1_234.5 }],
      '1,235 bytes of extra traffic are left, below the reserve of 200,000 bytes',
    ],
    [
      'database-volume',
      [
        { value: 0.5, series: 'wal' },
        { value: 0.0799, series: 'pg-data' },
      ],
      'Only 7 % is free on the volume: pg-data.',
    ],
    [
      'validator-automation',
      [{ value: 1 }, { value: 1, series: 'b' }, { value: 1, series: 'a' }],
      'counts as ready: a, b.',
    ],
    ['validator-automation', [{ value: 1 }], 'no name is reported'],
    ['sequencer-connections', [{ value: -2 }], '2 validated sequencer'],
    ['traffic-top-up', [{ value: 9_000 }], 'lasts for 2.5 h only'],
  ])('says what is wrong with %s, in numbers and names', (id, values, text) => {
    expect(assess(metricOf(id), values)!.message).toContain(text);
  });

  it('does not let a name break out of its line, nor list all of a hundred', () => {
    const values = Array.from({ length: 100 }, (_, index) => ({
      value: 1,
      series: `a\n\u202E${String(index).padStart(3, '0')}${'x'.repeat(200)}`,
    }));
    const { message } = assess(metricOf('validator-automation'), values)!;
    expect(message).toContain('a 000');
    expect(message).toContain(' and 95 more.');
    expect(message).not.toMatch(/[\n\u202E]/);
    expect(message!.length).toBeLessThan(600);
  });

  it('says nothing without values or without a check', () => {
    expect(assess(metricOf('ledger-lag'), [])).toBeUndefined();
    expect(assess(metricOf('cpu'), [{ value: 1 }])).toBeUndefined();
  });

  it('never judges one value better than the same with a worse one beside it', () => {
    const order = ['Healthy', 'Progressing', 'Degraded'];
    const level = (severity: 'warning' | 'critical', limit: number) => ({
      severity,
      limit,
      label: 'l',
      reason: 'R',
      message: 'm',
    });
    fc.assert(
      fc.property(
        fc.constantFrom('above' as const, 'below' as const),
        fc.tuple(fc.integer(), fc.integer()),
        fc.array(fc.integer(), { minLength: 1 }),
        (unwell, [warning, critical], values) => {
          const check: MetricCheck = {
            expected: false,
            unwell,
            levels: [level('warning', warning), level('critical', critical)],
          };
          const rank = (some: number[]) =>
            order.indexOf(
              assess(
                { unit: 'count', check },
                some.map(value => ({ value })),
              )!.health,
            );
          expect(rank(values)).toBe(
            Math.max(...values.map(value => rank([value]))),
          );
        },
      ),
    );
  });
});
