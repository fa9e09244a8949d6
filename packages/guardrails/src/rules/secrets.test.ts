import { brokenBy, places } from '../__fixtures__/checkEdit';

const path = places.workload;

/** Adds an ExternalSecret that reads this from the store. */
function reading(spec: object): string[] {
  return brokenBy({
    [path]: account => {
      Object.assign(account, {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { name: 'web-secrets' },
        automountServiceAccountToken: undefined,
        spec: {
          secretStoreRef: { kind: 'SecretStore', name: 'store' },
          target: { name: 'web-secrets' },
          ...spec,
        },
      });
    },
  }).filter(found => found.startsWith('secret-confinement'));
}

const keyed = (key: string) =>
  reading({ data: [{ secretKey: 'password', remoteRef: { key } }] });

describe('secrets of a store', () => {
  it.each([
    'acme-01-test',
    'acme-01-test-postgres',
    'acme-01-test.postgres',
    'acme-01-test/postgres',
    'platform/acme-01-test-postgres',
    'clients/acme-01/test/postgres',
    'acme-01/test',
  ])('may be read when they are the own, as %s', key => {
    expect(keyed(key)).toEqual([]);
  });

  it.each([
    'postgres',
    'other-02-test-postgres',
    'other-02-test/acme-01-test',
    'other-02/test/acme-01-test-postgres',
    'acme-01',
    'acme-01-testing',
    'acme-01-production-postgres',
    'acme-01/production/postgres',
    'my-acme-01-test',
    '',
  ])('may not be read when they are not, as "%s"', key => {
    expect(keyed(key)).toEqual([
      `secret-confinement ${path} /spec/data/0/remoteRef/key`,
    ]);
  });

  it('may not be taken as a whole from others, nor be searched for', () => {
    const dataFrom = [
      { extract: { key: 'acme-01-test-all' } },
      { extract: { key: 'other-02-test-all' } },
      { find: { name: { regexp: '^acme-01-test' } } },
    ];
    expect(reading({ dataFrom })).toEqual([
      `secret-confinement ${path} /spec/dataFrom/1/extract/key`,
      `secret-confinement ${path} /spec/dataFrom/2/find`,
    ]);
  });
});
