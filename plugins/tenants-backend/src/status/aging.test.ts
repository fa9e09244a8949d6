import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import { agingOf } from './aging';
import { assemble, healthyDeployment, source } from './__testUtils__';

const silent: ObservedCheck = {
  id: 'metric/ledger-lag',
  health: 'Unknown',
  reason: 'NotReported',
};
const starting: ObservedCheck = {
  ...healthyDeployment,
  health: 'Progressing',
  reason: 'WaitingForReadiness',
};

describe('agingOf', () => {
  it.each([
    ['minutes', 'a report that is awaited', [starting, silent]],
    ['days', 'something that is on its way', [starting]],
    ['never', 'something broken', [{ ...starting, health: 'Degraded' }]],
    ['never', 'something that nobody knows', [silent]],
    ['never', 'nothing but what is well', [healthyDeployment]],
  ] as const)('is %s for %s', (aging, _, checks) => {
    expect(agingOf(assemble([source('kubernetes', [...checks])]))).toBe(aging);
  });

  it('is days for an onboarding that has stalled: it may yet be taken for an old one', () => {
    const stalled = {
      id: 'onboarding/network',
      health: 'Degraded',
      reason: 'OnboardingStalled',
    } as const;
    expect(agingOf(assemble([source('kubernetes', [stalled])]))).toBe('days');
  });
});
