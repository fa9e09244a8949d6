import { definitionsOf } from './define';

const apps = definitionsOf('apps', 'v1', {
  categories: ['all'],
  subresources: ['status', 'scale'],
});
const batch = definitionsOf('batch', 'v1', { categories: ['all'] });

/** The workloads of the groups apps and batch. */
export const workloadResources = [
  apps('Deployment', { shortNames: ['deploy'] }),
  apps('ReplicaSet', { shortNames: ['rs'] }),
  apps('StatefulSet', { shortNames: ['sts'] }),
  apps('DaemonSet', { shortNames: ['ds'], subresources: ['status'] }),
  batch('Job'),
  batch('CronJob', { shortNames: ['cj'] }),
];
