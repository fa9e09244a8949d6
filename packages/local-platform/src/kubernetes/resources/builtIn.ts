import { definitionsOf } from './define';
import { readVerbs } from './ResourceDefinition';

const networking = definitionsOf('networking.k8s.io', 'v1');
const access = definitionsOf('rbac.authorization.k8s.io', 'v1', {
  subresources: [],
});
const policy = definitionsOf('policy', 'v1');
const storage = definitionsOf('storage.k8s.io', 'v1', { subresources: [] });
const discovery = definitionsOf('discovery.k8s.io', 'v1', { subresources: [] });
const events = definitionsOf('events.k8s.io', 'v1', { subresources: [] });
const extensions = definitionsOf('apiextensions.k8s.io', 'v1');

/** The other groups that every API server has. */
export const builtInResources = [
  networking('NetworkPolicy', {
    plural: 'networkpolicies',
    shortNames: ['netpol'],
    subresources: [],
  }),
  networking('Ingress', { plural: 'ingresses', shortNames: ['ing'] }),
  access('Role'),
  access('RoleBinding'),
  access('ClusterRole', { namespaced: false }),
  access('ClusterRoleBinding', { namespaced: false }),
  policy('PodDisruptionBudget', { shortNames: ['pdb'] }),
  storage('StorageClass', {
    plural: 'storageclasses',
    shortNames: ['sc'],
    namespaced: false,
  }),
  discovery('EndpointSlice'),
  events('Event', { shortNames: ['ev'] }),
  extensions('CustomResourceDefinition', {
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    namespaced: false,
    verbs: readVerbs,
  }),
];
