import { KubernetesObject } from '../kubernetes';
import {
  argo,
  configMap,
  manifests,
  namespaceManifest,
  setUp,
  url,
} from './__testUtils__/testPlatform';

describe('the Application controller', () => {
  it('creates, changes and prunes as Git says', () => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication([manifests]);
    platform.commit({
      'app/ns.yaml': namespaceManifest,
      'app/a.yaml': configMap('a'),
      'app/b.yaml': configMap('b'),
    });
    expect(platform.application()?.status).toMatchObject({
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
      operationState: { phase: 'Succeeded' },
    });
    expect(platform.configMaps()).toEqual(['a', 'b']);

    platform.commit({
      'app/ns.yaml': namespaceManifest,
      'app/a.yaml': configMap('a', '2'),
    });
    expect(platform.configMaps()).toEqual(['a']);
    const { operationState, history } = platform.application()!.status!;
    expect(operationState?.syncResult.resources).toMatchObject([
      {
        kind: 'Namespace',
        status: 'Synced',
        message: 'namespace/acme-01-devnet unchanged',
      },
      {
        kind: 'ConfigMap',
        status: 'Synced',
        message: 'configmap/a configured',
      },
      { kind: 'ConfigMap', name: 'b', status: 'Pruned', message: 'pruned' },
    ]);
    expect(history).toHaveLength(2);
  });

  it('does not sync again for a commit that changes nothing of the Application', () => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication([manifests]);
    const files = { 'app/ns.yaml': namespaceManifest };
    platform.commit(files);
    platform.commit({ ...files, 'README.md': 'changed' });
    const { sync, history } = platform.application()!.status!;
    expect(sync?.revisions).toEqual(['2'.repeat(40)]);
    expect(history).toHaveLength(1);
  });

  it('waits for somebody to sync where nothing is automated', () => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication([manifests], {
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    });
    platform.commit({ 'app/a.yaml': configMap('a') });
    expect(platform.application()?.status).toMatchObject({
      sync: { status: 'OutOfSync' },
      health: { status: 'Missing' },
    });

    platform.hub.update({
      ...platform.application()!,
      operation: { sync: {}, initiatedBy: { username: 'operator' } },
    });
    platform.clock.advance(10_000);
    expect(platform.application()?.status?.sync?.status).toBe('Synced');
    expect(platform.configMaps()).toEqual(['a']);
  });

  it.each([
    [
      { destination: { name: 'devnet', namespace: 'globex-02-devnet' } },
      "do not match any of the allowed destinations in project 'acme-01'",
    ],
    [
      { destination: { name: 'moon', namespace: 'acme-01-devnet' } },
      'there are no clusters with this name: moon',
    ],
    [{ project: 'other' }, 'project other which does not exist'],
  ])('refuses the specification %p and applies nothing', (spec, message) => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication([manifests], spec);
    platform.commit({ 'app/ns.yaml': namespaceManifest });
    expect(platform.application()?.status).toMatchObject({
      sync: { status: 'Unknown' },
      health: { status: 'Unknown' },
      conditions: [
        { type: 'InvalidSpecError', message: expect.stringContaining(message) },
      ],
    });
    expect(platform.configMaps()).toEqual([]);
  });

  it('applies nothing when the project does not permit one of the kinds', () => {
    const platform = setUp();
    platform.addProject({ clusterResourceWhitelist: [] });
    platform.addApplication([manifests]);
    platform.commit({
      'app/ns.yaml': namespaceManifest,
      'app/a.yaml': configMap('a'),
    });
    expect(platform.application()?.status).toMatchObject({
      sync: { status: 'OutOfSync' },
      operationState: {
        phase: 'Failed',
        syncResult: {
          resources: [
            {
              status: 'SyncFailed',
              message:
                'resource :Namespace is not permitted in project acme-01',
            },
          ],
        },
      },
      conditions: [{ type: 'SyncError' }],
    });
    expect(platform.configMaps()).toEqual([]);
  });

  it.each([
    [
      [{ repoURL: 'charts', chart: 'unknown', targetRevision: '1.0.0' }],
      'chart "unknown" version "1.0.0" not found',
    ],
    [
      [
        {
          repoURL: 'charts',
          chart: 'splice-validator',
          targetRevision: '0.7.4',
        },
      ],
      "values don't meet the specifications of the schema",
    ],
    [[{ ...manifests, path: 'nowhere' }], 'nowhere: app path does not exist'],
  ])('says what it could not render: %p', (sources, message) => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication(sources);
    platform.commit({ 'app/ns.yaml': namespaceManifest });
    expect(platform.application()?.status).toMatchObject({
      sync: { status: 'Unknown' },
      conditions: [
        { type: 'ComparisonError', message: expect.stringContaining(message) },
      ],
    });
  });

  it('keeps what runs when a commit cannot be rendered, and goes on after the next', () => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication([manifests]);
    const good = {
      'app/ns.yaml': namespaceManifest,
      'app/a.yaml': configMap('a'),
    };
    platform.commit(good);
    platform.commit({ ...good, 'app/a.yaml': 'a: [' });
    expect(platform.application()?.status?.sync?.status).toBe('Unknown');
    expect(platform.configMaps()).toEqual(['a']);
    platform.commit(good);
    expect(platform.application()?.status).toMatchObject({
      sync: { status: 'Synced' },
      conditions: [],
    });
  });

  it('leaves objects of others alone', () => {
    const platform = setUp();
    platform.addProject();
    platform.addApplication([manifests]);
    platform.commit({ 'app/ns.yaml': namespaceManifest });
    platform.devnet.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'copied',
        namespace: 'acme-01-devnet',
        annotations: {
          'argocd.argoproj.io/tracking-id':
            'acme-01-devnet:/ConfigMap:acme-01-devnet/original',
        },
      },
    });
    platform.clock.advance(10_000);
    expect(platform.application()?.status?.sync?.status).toBe('Synced');
    expect(platform.configMaps()).toEqual(['copied']);
  });
});

describe('the ApplicationSet controller', () => {
  const applicationSet = (template: object): KubernetesObject => ({
    apiVersion: argo,
    kind: 'ApplicationSet',
    metadata: { name: 'tenants', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      generators: [
        { git: { repoURL: url, files: [{ path: 'clients/*/tenant.yaml' }] } },
      ],
      template,
    },
  });
  const template = {
    metadata: { name: '{{ .name }}' },
    spec: {
      project: 'acme-01',
      destination: { name: 'devnet', namespace: 'acme-01-devnet' },
      sources: [manifests],
      syncPolicy: { automated: { prune: true } },
    },
  };
  const tenant = { 'clients/acme-01/tenant.yaml': 'name: acme-01-devnet' };
  const app = { 'app/ns.yaml': namespaceManifest };

  it('keeps one Application for each file, and removes it with all it applied', () => {
    const platform = setUp();
    platform.addProject();
    platform.hub.create(applicationSet(template));
    platform.commit({ ...tenant, ...app });
    expect(platform.application()?.status?.sync?.status).toBe('Synced');

    platform.commit(app);
    expect(platform.application()).toBeUndefined();
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'acme-01-devnet',
    };
    expect(platform.devnet.get(namespace)).toBeUndefined();
  });

  it.each([
    [
      { ...template, metadata: { name: '{{ .name | upper }}' } },
      'is not supported',
    ],
    [
      { ...template, metadata: { name: '{{ .missing }}' } },
      'no entry for key "missing"',
    ],
    [{ ...template, metadata: { name: 'same' } }, 'duplicate name: same'],
  ])('says on the set what it does not understand', (broken, message) => {
    const platform = setUp();
    platform.hub.create(applicationSet(broken));
    platform.commit({ ...tenant, 'clients/b/tenant.yaml': 'name: b' });
    const [set] = platform.hub.list({
      apiVersion: argo,
      kind: 'ApplicationSet',
    });
    expect(set.status).toMatchObject({
      conditions: expect.arrayContaining([
        expect.objectContaining({
          type: 'ErrorOccurred',
          status: 'True',
          message: expect.stringContaining(message),
        }),
      ]),
    });
    expect(
      platform.hub.list({ apiVersion: argo, kind: 'Application' }),
    ).toEqual([]);
  });
});
