import { definitionsOf } from './define';

const argo = definitionsOf('argoproj.io', 'v1alpha1', { custom: true });
const kustomize = definitionsOf('kustomize.toolkit.fluxcd.io', 'v1', {
  custom: true,
});
const helm = definitionsOf('helm.toolkit.fluxcd.io', 'v2', { custom: true });
const source = definitionsOf('source.toolkit.fluxcd.io', 'v1', {
  custom: true,
});

/** The custom resources of the GitOps engines Argo CD and Flux. */
export const gitOpsResources = [
  argo('Application', { shortNames: ['app', 'apps'], subresources: [] }),
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
  source('HelmChart', { shortNames: ['hc'] }),
  source('OCIRepository', {
    plural: 'ocirepositories',
    shortNames: ['ocirepo'],
  }),
  source('Bucket'),
];
