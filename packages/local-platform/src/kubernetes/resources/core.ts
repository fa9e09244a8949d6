import { namespaceColumns, nodeColumns } from './columns/cluster';
import {
  configMapColumns,
  createdAtColumns,
  resourceQuotaColumns,
  secretColumns,
  serviceAccountColumns,
} from './columns/config';
import { eventColumns } from './columns/event';
import { podColumns } from './columns/pod';
import { endpointsColumns, serviceColumns } from './columns/service';
import {
  persistentVolumeClaimColumns,
  persistentVolumeColumns,
} from './columns/volume';
import { definitionsOf } from './define';

const define = definitionsOf('', 'v1');
const all = ['all'];

/** The core group. */
export const coreResources = [
  define('Namespace', {
    shortNames: ['ns'],
    namespaced: false,
    columns: namespaceColumns,
  }),
  define('Node', {
    shortNames: ['no'],
    namespaced: false,
    columns: nodeColumns,
  }),
  define('Pod', {
    shortNames: ['po'],
    categories: all,
    subresources: ['status', 'log'],
    columns: podColumns,
  }),
  define('Service', {
    shortNames: ['svc'],
    categories: all,
    columns: serviceColumns,
  }),
  define('Endpoints', {
    singular: 'endpoints',
    plural: 'endpoints',
    shortNames: ['ep'],
    subresources: [],
    columns: endpointsColumns,
  }),
  define('PersistentVolumeClaim', {
    shortNames: ['pvc'],
    columns: persistentVolumeClaimColumns,
  }),
  define('PersistentVolume', {
    shortNames: ['pv'],
    namespaced: false,
    columns: persistentVolumeColumns,
  }),
  define('ConfigMap', {
    shortNames: ['cm'],
    subresources: [],
    columns: configMapColumns,
  }),
  define('Secret', { subresources: [], columns: secretColumns }),
  define('ServiceAccount', {
    shortNames: ['sa'],
    subresources: [],
    columns: serviceAccountColumns,
  }),
  define('Event', {
    shortNames: ['ev'],
    subresources: [],
    columns: eventColumns,
  }),
  define('ResourceQuota', {
    shortNames: ['quota'],
    columns: resourceQuotaColumns,
  }),
  define('LimitRange', {
    shortNames: ['limits'],
    subresources: [],
    columns: createdAtColumns,
  }),
];
