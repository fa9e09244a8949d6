import {
  AppProject,
  explainForbiddenApplication,
  permitsObject,
} from './AppProject';

const project: AppProject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'acme-01' },
  spec: {
    sourceRepos: [
      'http://localhost:7100/platform/gitops.git',
      'ghcr.io/charts',
    ],
    destinations: [{ name: 'devnet', namespace: 'acme-01-devnet' }],
    clusterResourceWhitelist: [
      { group: '', kind: 'Namespace', name: 'acme-01-devnet' },
    ],
    namespaceResourceBlacklist: [
      { group: '', kind: 'Secret' },
      { group: 'rbac.authorization.k8s.io', kind: '*' },
    ],
  },
};
const destination = {
  name: 'devnet',
  server: 'https://localhost:7111',
  namespace: 'acme-01-devnet',
};
const spec = {
  project: 'acme-01',
  destination,
  sources: [
    { repoURL: 'http://localhost:7100/platform/gitops' },
    { repoURL: 'ghcr.io/charts', chart: 'splice-validator' },
  ],
};

describe('explainForbiddenApplication', () => {
  it('lets an Application pass that keeps to its project', () => {
    expect(
      explainForbiddenApplication(spec, destination, project),
    ).toBeUndefined();
  });

  it('refuses a repository that is not listed', () => {
    const sources = [{ repoURL: 'https://elsewhere.example.com/x.git' }];
    expect(
      explainForbiddenApplication({ ...spec, sources }, destination, project),
    ).toBe(
      "application repo https://elsewhere.example.com/x.git is not permitted in project 'acme-01'",
    );
  });

  it.each([
    [{ ...destination, namespace: 'globex-02-devnet' }],
    [{ ...destination, namespace: 'acme-01-devnet-2' }],
    [{ ...destination, name: 'mainnet', server: 'https://localhost:7113' }],
  ])('refuses the destination %p', elsewhere => {
    expect(explainForbiddenApplication(spec, elsewhere, project)).toContain(
      "do not match any of the allowed destinations in project 'acme-01'",
    );
  });

  it('permits nothing where nothing is listed', () => {
    const empty = { ...project, spec: {} };
    expect(explainForbiddenApplication(spec, destination, empty)).toContain(
      'is not permitted',
    );
  });
});

describe('permitsObject', () => {
  const namespace = 'acme-01-devnet';
  it.each([
    [
      'its own kinds',
      { group: 'apps', kind: 'Deployment', namespace, name: 'x' },
      true,
    ],
    [
      'its own Namespace',
      { group: '', kind: 'Namespace', name: namespace },
      true,
    ],
    [
      'another Namespace',
      { group: '', kind: 'Namespace', name: 'kube-system' },
      false,
    ],
    [
      'a cluster-wide kind',
      { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'x' },
      false,
    ],
    ['a Secret', { group: '', kind: 'Secret', namespace, name: 'x' }, false],
    [
      'any kind of a group',
      {
        group: 'rbac.authorization.k8s.io',
        kind: 'Role',
        namespace,
        name: 'x',
      },
      false,
    ],
    [
      'another namespace',
      {
        group: 'apps',
        kind: 'Deployment',
        namespace: 'kube-system',
        name: 'x',
      },
      false,
    ],
  ])('decides about %s', (_, object, permitted) => {
    expect(permitsObject(project, destination, object)).toBe(permitted);
  });
});
