import { Series, toLabels } from '../promql';
import { AlertRule } from './AlertRule';
import { parseRules } from './parseRules';
import { readShippedRules } from './shippedRules';
import { SimulatedRuler } from './SimulatedRuler';

const now = 1_800_000_000;
const rule: AlertRule = {
  name: 'Down',
  expression: 'up == 0',
  forSeconds: 120,
  labels: { severity: 'critical' },
  annotations: { summary: '{{ $labels.job }} is down' },
};

/** A target that went down at a time. */
function downSince(since: number, job: string): Series {
  return {
    labels: toLabels([
      ['__name__', 'up'],
      ['job', job],
    ]),
    pointAt: timestamp => ({ timestamp, value: timestamp >= since ? 0 : 1 }),
    pointsBetween: () => [],
  };
}

describe('SimulatedRuler', () => {
  it('knows since when an alert is active, and whether that is long enough', async () => {
    const select = jest.fn(() => [
      downSince(now - 60, 'young'),
      downSince(now - 300, 'old'),
      downSince(now + 9_999, 'well'),
    ]);
    const ruler = new SimulatedRuler({ rules: [rule], select });
    const alerts = await ruler.alerts(now + 7);
    expect(alerts.map(({ labels: { job }, state }) => [job, state])).toEqual([
      ['young', 'pending'],
      ['old', 'firing'],
    ]);
    expect(alerts[1]).toMatchObject({
      labels: { alertname: 'Down', job: 'old', severity: 'critical' },
      annotations: { summary: 'old is down' },
      activeAt: now - 240,
      value: 0,
    });

    const calls = select.mock.calls.length;
    await ruler.alerts(now + 14);
    expect(select).toHaveBeenCalledTimes(calls);
    const later = await ruler.alerts(now + 90);
    expect(later.map(({ state, activeAt }) => [state, activeAt])).toEqual([
      ['firing', now - 60],
      ['firing', now - 240],
    ]);
  });
});

describe('parseRules', () => {
  it('puts what recorded names stand for in their place', () => {
    const yaml = `
groups:
  - name: g
    rules:
      - { record: 'a:b:max', expr: max(b) }
      - { record: 'a:c:max', expr: 'a:b:max * 2' }
      - { alert: High, expr: 'a:c:max > 7', for: 2m }`;
    expect(parseRules(yaml)).toEqual([
      {
        name: 'High',
        expression: '((max(b)) * 2) > 7',
        forSeconds: 120,
        labels: {},
        annotations: {},
      },
    ]);
  });
});

describe('readShippedRules', () => {
  it('finds rules, all of which the simulator can evaluate', async () => {
    const rules = readShippedRules();
    expect(rules.length).toBeGreaterThan(10);
    const ruler = new SimulatedRuler({ rules, select: () => [] });
    expect(await ruler.alerts(now)).toEqual([]);
  });
});
