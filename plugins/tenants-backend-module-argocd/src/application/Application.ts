import { GitOpsDeployment } from '@tenantry/plugin-tenants-common';
import {
  KubernetesKind,
  KubernetesObject,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { historyOf } from './history';
import { isBusy, OperationState, operationStateOf } from './operation';

/** A condition as Argo CD reports it, such as `ComparisonError` or `OrphanedResourceWarning`. */
export interface ApplicationCondition {
  type: string;
  message: string;
}

/** What is kept of an Argo CD Application. */
export interface ApplicationProjection {
  destination: { name?: string; server?: string; namespace?: string };
  /** As Argo CD spells it; absent before the first reconciliation. */
  sync?: string;
  health?: string;
  /** Whether changes in Git are applied without being asked. */
  automated: boolean;
  /** Whether an operation runs, or is about to. */
  busy: boolean;
  /** The operation that runs, or ran last. */
  operation?: OperationState;
  /** In the order in which Argo CD gives them. */
  conditions: ApplicationCondition[];
  /** Objects that differ from Git, as `Kind/name`. */
  outOfSync: string[];
  /** Newest first. */
  history: GitOpsDeployment[];
}

const maximumOutOfSync = 50;
const maximumConditions = 10;
const maximumMessageLength = 1_000;

/** See https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml. */
export const application: KubernetesKind<ApplicationProjection> = {
  kind: 'Application',
  group: 'argoproj.io',
  versions: ['v1alpha1'],
  plural: 'applications',
  project: projectApplication,
};

function projectApplication(object: KubernetesObject): ApplicationProjection {
  const operation = operationStateOf(object);
  return {
    destination: {
      name: textAt(object, 'spec', 'destination', 'name'),
      server: textAt(object, 'spec', 'destination', 'server'),
      namespace: textAt(object, 'spec', 'destination', 'namespace'),
    },
    sync: textAt(object, 'status', 'sync', 'status'),
    health: textAt(object, 'status', 'health', 'status'),
    automated: isAutomated(object),
    busy: isBusy(object),
    ...(operation && { operation }),
    conditions: conditionsOf(object),
    outOfSync: outOfSyncOf(object),
    history: historyOf(object),
  };
}

/** Since Argo CD 3.1 automated sync can be switched off with its settings kept. */
function isAutomated(object: KubernetesObject): boolean {
  const automated = valueAt(object, 'spec', 'syncPolicy', 'automated');
  return (
    typeof automated === 'object' &&
    automated !== null &&
    valueAt(automated, 'enabled') !== false
  );
}

function conditionsOf(object: KubernetesObject): ApplicationCondition[] {
  return listAt(object, 'status', 'conditions')
    .flatMap(condition => {
      const type = textAt(condition, 'type');
      const message = textAt(condition, 'message') ?? 'no message';
      return type
        ? [{ type, message: message.slice(0, maximumMessageLength) }]
        : [];
    })
    .slice(0, maximumConditions);
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
