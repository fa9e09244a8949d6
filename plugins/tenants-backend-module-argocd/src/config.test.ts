import { mockServices } from '@backstage/backend-test-utils';
import { readArgoCdConfig } from './config';

const read = (argocd: object) =>
  readArgoCdConfig(mockServices.rootConfig({ data: { tenants: { argocd } } }));

describe('readArgoCdConfig', () => {
  it('has defaults', () => {
    expect(read({})).toEqual({
      requests: true,
      thresholds: { outOfSyncAfterMs: 1_800_000, syncStuckAfterMs: 1_800_000 },
    });
  });

  it('reads what is configured', () => {
    expect(
      read({
        requests: false,
        outOfSyncAfter: { hours: 1 },
        syncStuckAfter: '10m',
      }),
    ).toEqual({
      requests: false,
      thresholds: { outOfSyncAfterMs: 3_600_000, syncStuckAfterMs: 600_000 },
    });
  });

  it.each([
    [{ requests: 'perhaps' }, /requests/],
    [{ outOfSyncAfter: 'soon' }, /outOfSyncAfter/],
    [{ syncStuckAfter: { moons: 1 } }, /syncStuckAfter/],
  ])('names the key that is wrong: %j', (config, key) => {
    expect(() => read(config)).toThrow(key);
  });
});
