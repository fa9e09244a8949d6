import { AlertFact } from '@tenantry/plugin-tenants-common';
import { transitionsBetween } from './transitions';
import { assemble, now, source } from './__testUtils__';

const status = assemble([source('kubernetes')]);
const withAlerts = (alerts: AlertFact[] | undefined) => ({
  ...status,
  facts: { ...status.facts, ...(alerts && { alerts }) },
});
const lag: AlertFact = {
  name: 'LedgerLag',
  severity: 'critical',
  summary: 'The ledger lags.',
  since: '2025-12-31T23:00:00.123456789Z',
};

describe('alertTransitions', () => {
  it('tells an alert with the time at which it began to fire', () => {
    expect(transitionsBetween(withAlerts([]), withAlerts([lag]), now)).toEqual([
      {
        tenant: status.tenant,
        environment: status.environment,
        type: 'AlertFired',
        at: '2025-12-31T23:00:00.123Z',
        message: 'The alert LedgerLag fires: The ledger lags.',
        alert: {
          name: 'LedgerLag',
          severity: 'critical',
          summary: 'The ledger lags.',
        },
      },
    ]);
  });

  it('tells that it no longer fires, and nothing while it does', () => {
    expect(
      transitionsBetween(withAlerts([lag]), withAlerts([lag]), now),
    ).toEqual([]);
    expect(
      transitionsBetween(withAlerts([lag]), withAlerts([]), now),
    ).toMatchObject([
      {
        type: 'AlertResolved',
        at: now.toISOString(),
        alert: { name: 'LedgerLag' },
      },
    ]);
  });

  it('resolves nothing while it is not known which alerts fire', () => {
    expect(
      transitionsBetween(withAlerts([lag]), withAlerts(undefined), now),
    ).toEqual([]);
  });
});
