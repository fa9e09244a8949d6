import {
  KubernetesKind,
  KubernetesObject,
  listAt,
  textAt,
} from '@tenantry/plugin-tenants-node';
import { Deployment, lastDeployment } from './history';

/** What is kept of an Argo CD Application. */
export interface ApplicationProjection {
  destination: { name?: string; server?: string; namespace?: string };
  /** As Argo CD spells it; absent before the first reconciliation. */
  sync?: string;
  health?: string;
  operation?: { phase: string; message?: string };
  /** Conditions that mean trouble, in the order in which Argo CD gives them. */
  errors: { type: string; message: string }[];
  /** Objects that differ from Git, as `Kind/name`. */
  outOfSync: string[];
  last?: Deployment;
}

const maximumOutOfSync = 50;

export const application: KubernetesKind<ApplicationProjection> = {
  kind: 'Application',
  group: 'argoproj.io',
  versions: ['v1alpha1'],
  plural: 'applications',
  project: projectApplication,
};

function projectApplication(object: KubernetesObject): ApplicationProjection {
  const phase = textAt(object, 'status', 'operationState', 'phase');
  const last = lastDeployment(object);
  return {
    destination: {
      name: textAt(object, 'spec', 'destination', 'name'),
      server: textAt(object, 'spec', 'destination', 'server'),
      namespace: textAt(object, 'spec', 'destination', 'namespace'),
    },
    sync: textAt(object, 'status', 'sync', 'status'),
    health: textAt(object, 'status', 'health', 'status'),
    ...(phase && {
      operation: {
        phase,
        message: textAt(object, 'status', 'operationState', 'message'),
      },
    }),
    errors: errorsOf(object),
    outOfSync: outOfSyncOf(object),
    ...(last && { last }),
  };
}

/** Warnings, such as that of an orphaned resource, are no errors. */
function errorsOf(object: KubernetesObject): ApplicationProjection['errors'] {
  return listAt(object, 'status', 'conditions').flatMap(condition => {
    const type = textAt(condition, 'type');
    return type?.endsWith('Error')
      ? [{ type, message: textAt(condition, 'message') ?? 'no message' }]
      : [];
  });
}

function outOfSyncOf(object: KubernetesObject): string[] {
  return listAt(object, 'status', 'resources')
    .filter(resource => textAt(resource, 'status') === 'OutOfSync')
    .map(
      resource =>
        `${textAt(resource, 'kind') ?? '?'}/${textAt(resource, 'name') ?? '?'}`,
    )
    .sort()
    .slice(0, maximumOutOfSync);
}
