import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';

const { hub } = places;

describe('the hub', () => {
  const project =
    (edit: (spec: any) => void): Edit =>
    ({ spec }) =>
      edit(spec);

  it.each<[string, Edit, string[]]>([
    [
      'the project of others',
      ({ metadata }) => {
        metadata.name = 'other-02';
      },
      ['/metadata/name'],
    ],
    [
      'a project elsewhere',
      ({ metadata }) => {
        metadata.namespace = 'other';
      },
      ['/metadata/namespace'],
    ],
    [
      'any repository',
      project(spec => spec.sourceRepos.push('*')),
      ['/spec/sourceRepos/1'],
    ],
    [
      "a repository that is not the platform's",
      project(spec => spec.sourceRepos.push('https://git.example.com/other')),
      ['/spec/sourceRepos/1'],
    ],
    [
      'all repositories of a server',
      project(spec => spec.sourceRepos.push('https://git.example.com/**')),
      ['/spec/sourceRepos/1'],
    ],
    ...[
      { name: 'test', namespace: '*' },
      { name: 'test', namespace: 'other-02-test' },
      { name: '*', namespace: 'acme-01-test' },
      { server: '*', namespace: 'acme-01-test' },
      { server: 'https://kubernetes.default.svc', namespace: 'acme-01-test' },
      { name: 'production', namespace: 'acme-01-test' },
      { name: 'test', server: '*', namespace: 'acme-01-test' },
      { namespace: 'acme-01-test' },
    ].map<[string, Edit, string[]]>(destination => [
      `the destination ${JSON.stringify(destination)}`,
      project(spec => spec.destinations.push(destination)),
      ['/spec/destinations/1'],
    ]),
    ...[
      { group: '*', kind: '*' },
      { group: '', kind: 'Namespace' },
      { group: '', kind: 'Namespace', name: 'other-02-test' },
      { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
    ].map<[string, Edit, string[]]>(kind => [
      `the kind ${JSON.stringify(kind)}`,
      project(spec => spec.clusterResourceWhitelist.push(kind)),
      ['/spec/clusterResourceWhitelist/1'],
    ]),
    [
      'Secrets',
      project(spec => spec.namespaceResourceBlacklist.shift()),
      ['/spec/namespaceResourceBlacklist'],
    ],
    [
      'all kinds again',
      project(spec => {
        spec.namespaceResourceBlacklist = [];
        spec.namespaceResourceWhitelist = [{ group: 'rbac*', kind: 'Role' }];
      }),
      ['/spec/namespaceResourceBlacklist'],
    ],
    [
      'applications from elsewhere',
      project(spec => {
        spec.sourceNamespaces = ['*'];
      }),
      ['/spec/sourceNamespaces'],
    ],
    [
      'tokens',
      project(spec => {
        spec.roles = [{ name: 'ci', jwtTokens: [{ iat: 1 }] }];
      }),
      ['/spec/roles/0/jwtTokens/0'],
    ],
  ])('is refused with a project for %s', (_, edit, paths) => {
    const found = brokenBy({ [hub]: edit });
    expect(new Set(found)).toEqual(
      new Set(paths.map(path => `project-confinement ${hub} ${path}`)),
    );
  });

  it('may allow a few kinds only', () => {
    expect(
      brokenBy({
        [hub]: project(spec => {
          delete spec.namespaceResourceBlacklist;
          spec.namespaceResourceWhitelist = [{ group: 'apps', kind: '*' }];
        }),
      }),
    ).toEqual([]);
  });

  it.each<[string, (realm: any) => void, string[]]>([
    [
      'the realm of others',
      realm => {
        realm.realm = 'other-02';
      },
      [`realm-confinement ${hub} /spec/realm/realm`],
    ],
    [
      'the realm of the administrators',
      realm => {
        realm.realm = 'master';
      },
      [`realm-confinement ${hub} /spec/realm/realm`],
    ],
    [
      'a secret of a client',
      realm => {
        realm.clients[0].secret = 'hunter2';
      },
      [`credential ${hub} /spec/realm/clients/0/secret`],
    ],
    [
      'a secret of a provider',
      realm => {
        realm.identityProviders = [{ config: { clientSecret: 'hunter2' } }];
      },
      [`credential ${hub} /spec/realm/identityProviders/0/config/clientSecret`],
    ],
  ])('is refused with a realm import of %s', (_, edit, findings) => {
    const found = brokenBy({ [hub]: (_project, { spec }) => edit(spec.realm) });
    expect([...new Set(found)]).toEqual(findings);
  });

  it('has nothing else for a tenant', () => {
    expect(
      brokenBy({
        [hub]: object => {
          Object.assign(object, { kind: 'Application', spec: undefined });
        },
      }),
    ).toContain(`resource-kind ${hub} /kind`);
  });

  it('has nothing for a tenant that is no more', () => {
    expect(brokenBy({ [places.client]: null })).toContain(`hub-tenant ${hub}`);
  });
});
