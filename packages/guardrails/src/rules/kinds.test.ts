import { stringify } from 'yaml';
import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';
import { loadModel } from '../resources/models';
import { schemaValidator } from '../resources/schemas';
import { allowedKinds } from './allowedKinds';

const { kustomization } = places;
const file = 'clients/acme-01/test/manifests/more.yaml';
const list: Edit = content => content.resources.push('more.yaml');
const broken = (content: Edit) =>
  brokenBy({ [file]: content, [kustomization]: list });
const object = (apiVersion: string, kind: string, name = 'more') =>
  stringify({ apiVersion, kind, metadata: { name } });

describe('kinds', () => {
  it.each([
    ['v1', 'Secret'],
    ['v1', 'Namespace'],
    ['v1', 'Node'],
    ['v1', 'PersistentVolume'],
    ['v1', 'List'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
    ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
    ['argoproj.io/v1alpha1', 'Application'],
    ['apps/v1', 'DaemonSet'],
    ['external-secrets.io/v1', 'ClusterSecretStore'],
    ['networking.istio.io/v1alpha3', 'EnvoyFilter'],
    ['example.com/v1', 'Gadget'],
    ['kustomize.config.k8s.io/v1beta1', 'Kustomization'],
  ])('refuse %s %s', (apiVersion, kind) => {
    expect(broken(object(apiVersion, kind))).toContain(
      `resource-kind ${file} /kind`,
    );
  });

  it.each([
    ['v1', 'ConfigMap'],
    ['v1', 'ServiceAccount'],
    ['example.com/v1', 'Widget'],
  ])('accept %s %s', (apiVersion, kind) => {
    expect(broken(object(apiVersion, kind))).toEqual([]);
  });

  it.each(['a: 1', '[]', 'text', 'kind: ConfigMap', 'apiVersion: v1'])(
    'refuse %j, which has none',
    content => {
      expect(broken(content)).toContain(`resource-kind ${file} /kind`);
    },
  );

  it.each(['', 'Web', 'web_1', 'a'.repeat(254), '../web'])(
    'refuse the name %j',
    name => {
      expect(broken(object('v1', 'ConfigMap', name))).toEqual([
        `resource-name ${file} /metadata/name`,
      ]);
    },
  );

  it('refuse an object that is there already', () => {
    expect(broken(object('v1', 'ServiceAccount', 'web'))).toHaveLength(1);
  });

  it('have a schema, each of those that all tenants may have', () => {
    const versions = ['v1', 'v2', 'v1beta1'];
    const without = Object.entries(allowedKinds).flatMap(([group, kinds]) =>
      kinds.filter(
        kind =>
          !versions
            .map(version => (group ? `${group}/${version}` : version))
            .some(
              apiVersion =>
                loadModel({ apiVersion, kind }) ??
                schemaValidator({ apiVersion, kind }),
            ),
      ),
    );
    expect(without).toEqual([]);
  });
});
