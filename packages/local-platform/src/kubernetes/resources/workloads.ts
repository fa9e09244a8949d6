import { cronJobColumns, jobColumns } from './columns/jobs';
import {
  daemonSetColumns,
  deploymentColumns,
  replicaSetColumns,
  statefulSetColumns,
} from './columns/workloads';
import { definitionsOf } from './define';

const apps = definitionsOf('apps', 'v1', {
  categories: ['all'],
  subresources: ['status', 'scale'],
});
const batch = definitionsOf('batch', 'v1', { categories: ['all'] });

/** The workloads of the groups apps and batch. */
export const workloadResources = [
  apps('Deployment', { shortNames: ['deploy'], columns: deploymentColumns }),
  apps('ReplicaSet', { shortNames: ['rs'], columns: replicaSetColumns }),
  apps('StatefulSet', { shortNames: ['sts'], columns: statefulSetColumns }),
  apps('DaemonSet', {
    shortNames: ['ds'],
    subresources: ['status'],
    columns: daemonSetColumns,
  }),
  batch('Job', { columns: jobColumns }),
  batch('CronJob', { shortNames: ['cj'], columns: cronJobColumns }),
];
