import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';

const { namespace, routes, workload } = places;

describe('namespaces', () => {
  it.each<[string, string, Edit, string]>([
    [
      'an object of another namespace',
      workload,
      account => {
        account.metadata.namespace = 'other-02-test';
      },
      `resource-namespace ${workload} /metadata/namespace`,
    ],
    [
      'a reference into another namespace',
      routes,
      (_gateway, _service, route) => {
        route.spec.rules[0].backendRefs[0].namespace = 'other-02-test';
      },
      `resource-namespace ${routes} /spec/rules/0/backendRefs/0/namespace`,
    ],
    [
      'a store of the secrets of another namespace',
      workload,
      account => {
        Object.assign(account, {
          apiVersion: 'external-secrets.io/v1',
          kind: 'SecretStore',
          automountServiceAccountToken: undefined,
          spec: { provider: { kubernetes: { remoteNamespace: 'other-02' } } },
        });
      },
      `resource-namespace ${workload} /spec/provider/kubernetes/remoteNamespace`,
    ],
    [
      'a monitor of all namespaces',
      workload,
      (...objects) => {
        objects[3].spec.namespaceSelector = { any: true };
      },
      `resource-namespace ${workload} /spec/namespaceSelector`,
    ],
    [
      'a monitor of another namespace',
      workload,
      (...objects) => {
        objects[3].spec.namespaceSelector = { matchNames: ['other-02-test'] };
      },
      `resource-namespace ${workload} /spec/namespaceSelector`,
    ],
    [
      'a namespace that lets privileged pods in',
      namespace,
      ({ metadata }) => {
        metadata.labels['pod-security.kubernetes.io/enforce'] = 'privileged';
      },
      `pod-security ${namespace} /metadata/labels/pod-security.kubernetes.io~1enforce`,
    ],
    [
      'a namespace that says nothing of pods',
      namespace,
      ({ metadata }) => {
        delete metadata.labels;
      },
      `pod-security ${namespace} /metadata/labels/pod-security.kubernetes.io~1enforce`,
    ],
  ])('refuse %s', (_, path, edit, finding) => {
    expect(brokenBy({ [path]: edit })).toContain(finding);
  });

  it('accept what is the own one', () => {
    const own = 'acme-01-test';
    expect(
      brokenBy({
        [workload]: (account, _deployment, _service, monitor) => {
          account.metadata.namespace = own;
          account.metadata.annotations = { namespace: 'elsewhere' };
          monitor.spec.namespaceSelector = { matchNames: [own] };
        },
      }),
    ).toEqual([]);
  });
});
