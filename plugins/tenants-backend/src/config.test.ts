import { mockServices } from '@backstage/backend-test-utils';
import { readTenantsConfig } from './config';

const read = (tenants: object) =>
  readTenantsConfig(mockServices.rootConfig({ data: { tenants } }));

describe('readTenantsConfig', () => {
  it('has defaults', () => {
    const config = read({});
    expect(config).toMatchObject({
      staleAfterMs: 300_000,
      timeline: { maximumAgeMs: 7_776_000_000, maximumEventsPerTenant: 1_000 },
    });
    expect(config.runbookUrl('certificate-expiring')).toBeUndefined();
  });

  it('notifies the groups that may see everything, unless others are named', () => {
    const permission = { operatorGroups: ['ops'] };
    expect(read({}).notifications).toEqual({
      enabled: true,
      operatorGroups: ['group:default/platform-operators'],
      brokenAfterMs: 60_000,
      unknownAfterMs: 600_000,
      wellAfterMs: 300_000,
      repeatAfterMs: 1_800_000,
      togetherAbove: 5,
      togetherWithinMs: 300_000,
    });
    expect(read({ permission }).notifications.operatorGroups).toEqual([
      'group:default/ops',
    ]);
    expect(
      read({
        permission,
        notifications: { enabled: false, operatorGroups: ['on-call'] },
      }).notifications,
    ).toMatchObject({
      enabled: false,
      operatorGroups: ['group:default/on-call'],
    });
  });

  it('leads to the runbooks where they are', () => {
    const { runbookUrl } = read({
      runbooks: {
        baseUrl: 'https://git.example.com/platform/docs/runbooks',
        suffix: '.md',
      },
    });
    expect(runbookUrl('certificate-expiring')).toBe(
      'https://git.example.com/platform/docs/runbooks/certificate-expiring.md',
    );
    expect(
      read({
        runbooks: { baseUrl: 'https://docs.example.com/runbooks/' },
      }).runbookUrl('a b'),
    ).toBe('https://docs.example.com/runbooks/a%20b');
  });

  it.each(['docs/runbooks', 'file:///etc/passwd', '//example.com'])(
    'refuses %s as the place of runbooks',
    baseUrl => {
      expect(() => read({ runbooks: { baseUrl } })).toThrow(
        /tenants\.runbooks\.baseUrl/,
      );
    },
  );
});
