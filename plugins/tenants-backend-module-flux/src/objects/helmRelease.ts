import { GitOpsDeployment } from '@tenantry/plugin-tenants-common';
import {
  KubernetesKind,
  KubernetesObject,
  listAt,
  numberAt,
  textAt,
} from '@tenantry/plugin-tenants-node';
import {
  FluxObject,
  projectFluxObject,
  referenceAt,
  SourceReference,
} from './FluxObject';

/** What is kept of a HelmRelease. */
export interface HelmReleaseProjection extends FluxObject {
  /** The chart's own object, once Flux has made it. */
  source?: SourceReference;
  /** What was deployed, newest first. */
  history: GitOpsDeployment[];
}

const maximumHistory = 10;

/** See https://fluxcd.io/flux/components/helm/api/v2. */
export const helmRelease: KubernetesKind<HelmReleaseProjection> = {
  kind: 'HelmRelease',
  group: 'helm.toolkit.fluxcd.io',
  versions: ['v2', 'v2beta2'],
  plural: 'helmreleases',
  project: object => ({
    ...projectFluxObject(object),
    source: referenceAt(object, 'spec', 'chartRef') ?? chartOf(object),
    history: historyOf(object),
  }),
};

/** Flux writes down which HelmChart it has made for the release, as `namespace/name`. */
function chartOf(object: KubernetesObject): SourceReference | undefined {
  const [namespace, name] =
    textAt(object, 'status', 'helmChart')?.split('/') ?? [];
  return namespace && name ? { kind: 'HelmChart', namespace, name } : undefined;
}

/** A release that was replaced by a later one is superseded; others never came to run. */
function historyOf(object: KubernetesObject): GitOpsDeployment[] {
  const release = textAt(object, 'metadata', 'name') ?? '?';
  return listAt(object, 'status', 'history')
    .filter(entry =>
      ['deployed', 'superseded'].includes(textAt(entry, 'status') ?? ''),
    )
    .flatMap(entry => {
      const version = numberAt(entry, 'version');
      const chart = textAt(entry, 'chartName');
      const chartVersion = textAt(entry, 'chartVersion');
      const deployedAt = textAt(entry, 'lastDeployed');
      return version !== undefined && chart && chartVersion && deployedAt
        ? [
            {
              id: `${release}.v${version}`,
              revision: `${chart}@${chartVersion}`,
              deployedAt,
            },
          ]
        : [];
    })
    .slice(0, maximumHistory);
}
