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
