import { mockServices } from '@backstage/backend-test-utils';
import { readPrometheusConfig } from './config';

const read = (prometheus?: object) =>
  readPrometheusConfig(
    mockServices.rootConfig({ data: { tenants: { prometheus } } }),
  );

describe('readPrometheusConfig', () => {
  it('has a default for everything but the address', () => {
    expect(read({ url: 'http://localhost:7102/' })).toEqual({
      url: 'http://localhost:7102',
      timeoutMs: 10_000,
      intervalMs: 30_000,
      headers: {},
      thresholds: {
        ledgerLagWarningSeconds: 60,
        ledgerLagCriticalSeconds: 120,
        trafficReserveBytes: 200_000,
        volumeMinimumFreeRatio: 0.15,
      },
    });
  });

  it('reads every value', () => {
    expect(
      read({
        url: 'https://mimir.example.com/prometheus',
        timeout: { seconds: 3 },
        interval: '1m',
        headers: { 'X-Scope-OrgID': 'naas' },
        thresholds: {
          ledgerLag: { warningSeconds: 1, criticalSeconds: 2 },
          traffic: { reserveBytes: 3 },
          volume: { minimumFreeRatio: 0.4 },
        },
      }),
    ).toEqual({
      url: 'https://mimir.example.com/prometheus',
      timeoutMs: 3_000,
      intervalMs: 60_000,
      headers: { 'X-Scope-OrgID': 'naas' },
      thresholds: {
        ledgerLagWarningSeconds: 1,
        ledgerLagCriticalSeconds: 2,
        trafficReserveBytes: 3,
        volumeMinimumFreeRatio: 0.4,
      },
    });
  });

  it('is nothing without the section', () => {
    expect(read()).toBeUndefined();
  });

  it.each([
    [{ url: 'prometheus:9090' }, 'url must be an http or https address'],
    [{ url: 'http://me:secret@host' }, 'url must not hold credentials'],
    [{ interval: { milliseconds: 5 } }, 'interval must be at least a second'],
    [
      { thresholds: { traffic: { reserveBytes: -1 } } },
      'thresholds.traffic.reserveBytes must not be negative',
    ],
  ])('refuses %j', (part, message) => {
    const config = { url: 'http://localhost', ...part };
    expect(() => read(config)).toThrow(message);
    expect(() => read(config)).not.toThrow('secret');
  });
});
