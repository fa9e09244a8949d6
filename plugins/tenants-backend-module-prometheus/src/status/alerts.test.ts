import { Health } from '@tenantry/plugin-tenants-common';
import { bindingOf } from '../__testUtils__/bindings';
import { firingAlert } from '../__testUtils__/fakeServer';
import { FiringAlert } from '../client';
import { alertChecks, groupAlerts } from './alerts';
import { BindingIndex } from './BindingIndex';

const acme = bindingOf('acme-01', 'devnet');
const beta = bindingOf('beta-02', 'devnet');
const severities = new Map<string, Health>([
  ['critical', 'Degraded'],
  ['warning', 'Progressing'],
  ['info', 'Healthy'],
]);

const groupsOf = (...alerts: FiringAlert[]) =>
  groupAlerts(alerts, new BindingIndex([acme, beta]), severities).get(acme) ??
  [];
const alert = (
  labels: Record<string, string>,
  annotations?: Record<string, string>,
) => firingAlert({ ...acme.metricMatchers, ...labels }, annotations);
const only = (...alerts: FiringAlert[]) => alertChecks(groupsOf(...alerts))[0];

describe('alerts', () => {
  it('belong to the tenant environment that the binding matches, and to no other', () => {
    const elsewhere = { alertname: 'B', ...beta.metricMatchers };
    const nowhere = { alertname: 'Watchdog', namespace: acme.namespace };
    const groups = groupsOf(
      alert({ alertname: 'A' }),
      firingAlert(elsewhere),
      firingAlert(nowhere),
    );
    expect(groups.map(({ fact }) => fact.name)).toEqual(['A']);
  });

  it.each([
    ['critical', 'Degraded'],
    ['Critical', 'Degraded'],
    ['warning', 'Progressing'],
    ['p3', 'Progressing'],
    ['', 'Progressing'],
  ])('with the severity "%s" are %s', (severity, health) => {
    expect(only(alert({ alertname: 'A', severity }))).toMatchObject({
      id: 'alert/A',
      health,
      reason: 'AlertFiring',
    });
  });

  it('for information are facts and no checks', () => {
    const groups = groupsOf(alert({ alertname: 'A', severity: 'info' }));
    expect(groups).toHaveLength(1);
    expect(alertChecks(groups)).toEqual([]);
  });

  it('of one rule are one check, as bad as the worst and as old as the oldest', () => {
    const warning = { alertname: 'A', severity: 'warning' };
    const old = { ...alert(warning), since: '2026-09-01T10:00:00.000Z' };
    const critical = alert(
      { alertname: 'A', severity: 'critical' },
      { summary: 'It is bad' },
    );
    const [group, ...more] = groupsOf(old, critical, alert(warning));
    expect(more).toEqual([]);
    expect(group.fact).toEqual({
      name: 'A',
      severity: 'critical',
      summary: 'It is bad',
      since: old.since,
    });
    expect(alertChecks([group])[0].message).toBe(
      'The alert A fires: It is bad. It fires 3 times.',
    );
  });

  it('say what people wrote as one line of plain text', () => {
    const check = only(
      alert(
        { alertname: 'A <b>\n' },
        { description: `x\u202E\n${'y'.repeat(1_000)}` },
      ),
    );
    expect(check.id).toBe('alert/A-b-');
    expect(check.message).toMatch(/^The alert A-b- fires: x y+\.\.\.$/);
    expect(check.message!.length).toBeLessThan(400);
  });

  it.each([
    [{ runbook: 'traffic-balance' }, 'traffic-balance'],
    [{ runbook: '../../etc' }, undefined],
    [
      { runbook_url: 'https://wiki.example.com/a' },
      'https://wiki.example.com/a',
    ],
    [{ runbook_url: 'http://wiki.example.com/a' }, undefined],
    [{ runbook_url: 'https://me:pass@wiki.example.com' }, undefined],
    [{ runbook_url: 'data:text/html,x' }, undefined],
    [{ runbook_url: `https://x.test/${'y'.repeat(600)}` }, undefined],
    [{}, undefined],
  ])('with %j have the runbook %s', (annotations, runbook) => {
    expect(
      only(alert({ alertname: 'A' }, annotations as Record<string, string>))
        .runbook,
    ).toBe(runbook);
  });

  it('are 50 at most, least well first', () => {
    const many = Array.from({ length: 80 }, (_, index) =>
      alert({
        alertname: `A${index}`,
        severity: index === 79 ? 'critical' : 'warning',
      }),
    );
    const groups = groupsOf(...many);
    expect(groups).toHaveLength(50);
    expect(groups[0].fact.name).toBe('A79');
  });
});
