import { roleBindingColumns, storageClassColumns } from './columns/access';
import { createdAtColumns } from './columns/config';
import { eventColumns } from './columns/event';
import {
  endpointSliceColumns,
  ingressColumns,
  networkPolicyColumns,
  podDisruptionBudgetColumns,
} from './columns/network';
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
    columns: networkPolicyColumns,
  }),
  networking('Ingress', {
    plural: 'ingresses',
    shortNames: ['ing'],
    columns: ingressColumns,
  }),
  access('Role', { columns: createdAtColumns }),
  access('RoleBinding', { columns: roleBindingColumns }),
  access('ClusterRole', { namespaced: false, columns: createdAtColumns }),
  access('ClusterRoleBinding', {
    namespaced: false,
    columns: roleBindingColumns,
  }),
  policy('PodDisruptionBudget', {
    shortNames: ['pdb'],
    columns: podDisruptionBudgetColumns,
  }),
  storage('StorageClass', {
    plural: 'storageclasses',
    shortNames: ['sc'],
    namespaced: false,
    columns: storageClassColumns,
  }),
  discovery('EndpointSlice', { columns: endpointSliceColumns }),
  events('Event', {
    shortNames: ['ev'],
    sameAs: { group: '', version: 'v1' },
    columns: eventColumns,
  }),
  extensions('CustomResourceDefinition', {
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    namespaced: false,
    verbs: readVerbs,
    columns: createdAtColumns,
  }),
];
