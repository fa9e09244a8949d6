import { definitionsOf } from './define';

const define = definitionsOf('', 'v1');
const all = ['all'];

/** The core group. */
export const coreResources = [
  define('Namespace', { shortNames: ['ns'], namespaced: false }),
  define('Node', { shortNames: ['no'], namespaced: false }),
  define('Pod', {
    shortNames: ['po'],
    categories: all,
    subresources: ['status', 'log'],
  }),
  define('Service', { shortNames: ['svc'], categories: all }),
  define('Endpoints', {
    singular: 'endpoints',
    plural: 'endpoints',
    shortNames: ['ep'],
    subresources: [],
  }),
  define('PersistentVolumeClaim', { shortNames: ['pvc'] }),
  define('PersistentVolume', { shortNames: ['pv'], namespaced: false }),
  define('ConfigMap', { shortNames: ['cm'], subresources: [] }),
  define('Secret', { subresources: [] }),
  define('ServiceAccount', { shortNames: ['sa'], subresources: [] }),
  define('Event', { shortNames: ['ev'], subresources: [] }),
  define('ResourceQuota', { shortNames: ['quota'] }),
  define('LimitRange', { shortNames: ['limits'], subresources: [] }),
];
