import {
  KubernetesKind,
  KubernetesObject,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { GitOpsDeployment } from '@tenantry/plugin-tenants-common';
import {
  FluxObject,
  projectFluxObject,
  referenceAt,
  SourceReference,
} from './FluxObject';
import { commitOf } from './revision';

/** What is kept of a Kustomization. */
export interface KustomizationProjection extends FluxObject {
  source?: SourceReference;
  /** Namespace that it puts everything into. */
  targetNamespace?: string;
  /** Whether it applies to another cluster than its own. */
  remote: boolean;
  /** As Flux spells it, for example `main@sha1:0123...`. */
  appliedRevision?: string;
  attemptedRevision?: string;
  /** What was applied, newest first; kept by Flux since 2.7. */
  history: GitOpsDeployment[];
}

const maximumHistory = 10;

/** See https://fluxcd.io/flux/components/kustomize/api/v1. */
export const kustomization: KubernetesKind<KustomizationProjection> = {
  kind: 'Kustomization',
  group: 'kustomize.toolkit.fluxcd.io',
  versions: ['v1', 'v1beta2'],
  plural: 'kustomizations',
  project: object => ({
    ...projectFluxObject(object),
    source: referenceAt(object, 'spec', 'sourceRef'),
    targetNamespace: textAt(object, 'spec', 'targetNamespace'),
    remote: valueAt(object, 'spec', 'kubeConfig') !== undefined,
    appliedRevision: textAt(object, 'status', 'lastAppliedRevision'),
    attemptedRevision: textAt(object, 'status', 'lastAttemptedRevision'),
    history: historyOf(object),
  }),
};

function historyOf(object: KubernetesObject): GitOpsDeployment[] {
  return listAt(object, 'status', 'history')
    .filter(
      entry =>
        textAt(entry, 'lastReconciledStatus') === 'ReconciliationSucceeded',
    )
    .flatMap(entry => {
      const id = textAt(entry, 'digest');
      const revision = textAt(entry, 'metadata', 'revision');
      const deployedAt = textAt(entry, 'firstReconciled');
      return id && revision && deployedAt
        ? [{ id, revision: commitOf(revision), deployedAt }]
        : [];
    })
    .slice(0, maximumHistory);
}
