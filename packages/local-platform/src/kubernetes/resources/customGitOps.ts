import { conditionColumn, customAgeColumn, pathColumn } from './columns/column';
import { definitionsOf } from './define';

const argo = definitionsOf('argoproj.io', 'v1alpha1', { custom: true });
const readyColumns = [
  customAgeColumn,
  conditionColumn('Ready', 'Ready'),
  conditionColumn('Status', 'Ready', 'message'),
];
const kustomize = definitionsOf('kustomize.toolkit.fluxcd.io', 'v1', {
  custom: true,
  columns: readyColumns,
});
const helm = definitionsOf('helm.toolkit.fluxcd.io', 'v2', {
  custom: true,
  columns: readyColumns,
});
const source = definitionsOf('source.toolkit.fluxcd.io', 'v1', {
  custom: true,
  columns: [pathColumn('URL', '.spec.url'), ...readyColumns],
});

const applicationColumns = [
  pathColumn('Sync Status', '.status.sync.status'),
  pathColumn('Health Status', '.status.health.status'),
  pathColumn('Revision', '.status.sync.revision', { priority: 1 }),
  pathColumn('Project', '.spec.project', { priority: 1 }),
];

/** The custom resources of the GitOps engines Argo CD and Flux. */
export const gitOpsResources = [
  argo('Application', {
    shortNames: ['app', 'apps'],
    subresources: [],
    columns: applicationColumns,
  }),
  argo('ApplicationSet', { shortNames: ['appset', 'appsets'] }),
  argo('AppProject', {
    shortNames: ['appproj', 'appprojs'],
    subresources: [],
  }),
  kustomize('Kustomization', { shortNames: ['ks'] }),
  helm('HelmRelease', { shortNames: ['hr'] }),
  source('GitRepository', {
    plural: 'gitrepositories',
    shortNames: ['gitrepo'],
  }),
  source('HelmRepository', {
    plural: 'helmrepositories',
    shortNames: ['helmrepo'],
  }),
  source('HelmChart', {
    shortNames: ['hc'],
    columns: [
      pathColumn('Chart', '.spec.chart'),
      pathColumn('Version', '.spec.version'),
      ...readyColumns,
    ],
  }),
  source('OCIRepository', {
    plural: 'ocirepositories',
    shortNames: ['ocirepo'],
  }),
  source('Bucket', {
    columns: [pathColumn('Endpoint', '.spec.endpoint'), ...readyColumns],
  }),
];
