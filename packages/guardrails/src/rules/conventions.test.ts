import { brokenBy, checkEdit, Edit, places } from '../__fixtures__/checkEdit';

const { tenant } = places;
const withSpec =
  (spec: object): Edit =>
  descriptor =>
    Object.assign(descriptor.spec, spec);
const broken = (spec: object) => brokenBy({ [tenant]: withSpec(spec) });

describe('conventions', () => {
  it.each(['namespace', 'application'])('want the usual %s', field => {
    expect(broken({ [field]: 'other-02-test' })).toContain(
      `naming-convention ${tenant} /spec/${field}`,
    );
  });

  it('want a cluster of the environment', () => {
    expect(broken({ cluster: 'production' })).toContain(
      `environment-cluster ${tenant} /spec/cluster`,
    );
  });

  it.each([
    { cluster: 'test' },
    { namespace: 'acme-01-test' },
    { cluster: 'test', namespace: 'other-02-test' },
    { cluster: 'test', namespace: '.*' },
  ])('want matchers of no other series than %j', metricMatchers => {
    expect(broken({ metricMatchers })).toEqual([
      `metric-matchers ${tenant} /spec/metricMatchers`,
    ]);
  });

  it('accept matchers that say more', () => {
    const metricMatchers = {
      cluster: 'test',
      namespace: 'acme-01-test',
      job: 'web',
    };
    expect(broken({ metricMatchers })).toEqual([]);
  });

  const hostname =
    (host: string): Edit =>
    ({ spec }) => {
      spec.hostnames[0].host = host;
    };
  const ofDomain = (host: string) =>
    brokenBy({ [tenant]: hostname(host) }).filter(finding =>
      finding.startsWith('hostname-domain'),
    );

  it.each([
    'example.com',
    'login.example.com',
    'web.test.example.com',
    'acme-01-login.example.com',
  ])('do not give %s of the platform to a tenant', host => {
    expect(ofDomain(host)).toEqual([
      `hostname-domain ${tenant} /spec/hostnames/0/host`,
    ]);
  });

  it.each([
    'acme-01.example.com',
    'api.acme-01.test.example.com',
    'nodes.acme.org',
    'notexample.com',
  ])('let a tenant have %s', host => {
    expect(ofDomain(host)).toEqual([]);
  });

  it('say what it should be', () => {
    const findings = checkEdit({ [tenant]: withSpec({ application: 'acme' }) });
    expect(findings.map(({ help }) => help)).toContain('Write "acme-01-test".');
  });
});
