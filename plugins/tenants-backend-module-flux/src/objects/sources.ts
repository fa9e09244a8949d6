import { KubernetesKind, textAt } from '@tenantry/plugin-tenants-node';
import {
  FluxObject,
  projectFluxObject,
  referenceAt,
  SourceReference,
} from './FluxObject';

/** What is kept of a source. Its address is not: it may hold a credential. */
export interface SourceProjection extends FluxObject {
  /** What it has fetched last, as Flux spells it. */
  revision?: string;
  /** Whether it is only an address, which nothing reconciles. */
  static: boolean;
  /** Where a chart comes from. */
  source?: SourceReference;
}

/** The kinds of sources by name, see https://fluxcd.io/flux/components/source/api/v1. */
export const sourceKinds: ReadonlyMap<
  string,
  KubernetesKind<SourceProjection>
> = new Map(
  [
    sourceKind('GitRepository', 'gitrepositories'),
    sourceKind('OCIRepository', 'ocirepositories'),
    sourceKind('HelmRepository', 'helmrepositories'),
    sourceKind('HelmChart', 'helmcharts'),
    sourceKind('Bucket', 'buckets'),
  ].map(kind => [kind.kind, kind]),
);

function sourceKind(
  kind: string,
  plural: string,
): KubernetesKind<SourceProjection> {
  return {
    kind,
    group: 'source.toolkit.fluxcd.io',
    versions: ['v1', 'v1beta2'],
    plural,
    project: object => ({
      ...projectFluxObject(object),
      revision: textAt(object, 'status', 'artifact', 'revision'),
      static:
        kind === 'HelmRepository' && textAt(object, 'spec', 'type') === 'oci',
      source: referenceAt(object, 'spec', 'sourceRef'),
    }),
  };
}
