import { ConfigReader } from '@backstage/config';
import { readThresholds } from './readThresholds';
import { defaultThresholds } from './Thresholds';

const read = (kubernetes?: object) =>
  readThresholds(new ConfigReader({ tenants: { kubernetes } as {} }));

describe('readThresholds', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual(defaultThresholds);
    expect(read({})).toEqual(defaultThresholds);
  });

  it('takes what is configured', () => {
    const kubernetes = {
      certificates: {
        expiringWithin: { days: 7 },
        renewalOverdueAfter: 'PT12H',
      },
      backups: { maximumAge: '26h', cronJobs: ['nightly-*'] },
      quotas: { nearlyUsed: 0.8 },
      secrets: { refreshIntervals: 2 },
      pods: { startWithin: { minutes: 10 } },
    };
    expect(read(kubernetes)).toEqual({
      certificateExpiryMs: 7 * 86_400_000,
      certificateRenewalMs: 43_200_000,
      backupAgeMs: 26 * 3_600_000,
      backupCronJobs: ['nightly-*'],
      quotaUse: 0.8,
      secretRefreshIntervals: 2,
      podStartMs: 600_000,
    });
  });

  it.each([
    [{ quotas: { nearlyUsed: 90 } }, /tenants.kubernetes.quotas.nearlyUsed/],
    [{ secrets: { refreshIntervals: 0 } }, /secrets.refreshIntervals/],
    [{ backups: { maximumAge: { hours: 0 } } }, /backups.maximumAge/],
    [{ backups: { maximumAge: 'soon' } }, /backups.maximumAge/],
  ])('refuses %j', (kubernetes, message) => {
    expect(() => read(kubernetes)).toThrow(message);
  });
});
