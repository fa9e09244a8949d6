import {
  booleanAt,
  KubernetesObject,
  listAt,
  numberAt,
  textAt,
} from '@tenantry/plugin-tenants-node';

/** A condition of a Flux object, see https://fluxcd.io/flux/components/kustomize/kustomizations. */
export interface FluxCondition {
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  /** RFC 3339 in UTC. */
  lastTransitionTime?: string;
  /** Generation of the specification that the condition is about. */
  observedGeneration?: number;
}

const conditionTypes = ['Ready', 'Stalled', 'Reconciling'] as const;

/** What is kept of every Flux object. */
export interface FluxObject {
  suspended: boolean;
  /** Counts the changes of the specification. */
  generation?: number;
  /** The last generation that was reconciled to its end; -1 at first. */
  observedGeneration?: number;
  /** Differs between two reconciliations that may come to different ends. */
  attempt: string;
  conditions: Partial<Record<(typeof conditionTypes)[number], FluxCondition>>;
}

/** Another Flux object that this one is made from. */
export interface SourceReference {
  kind: string;
  namespace: string;
  name: string;
}

const maximumMessageLength = 1_000;

export function projectFluxObject(object: KubernetesObject): FluxObject {
  return {
    suspended: booleanAt(object, 'spec', 'suspend') ?? false,
    generation: numberAt(object, 'metadata', 'generation'),
    observedGeneration: numberAt(object, 'status', 'observedGeneration'),
    attempt: [
      numberAt(object, 'metadata', 'generation'),
      textAt(object, 'status', 'lastAttemptedRevision'),
      textAt(object, 'status', 'lastAttemptedConfigDigest'),
    ].join('/'),
    conditions: conditionsOf(object),
  };
}

/** The reference at a path of the specification; its namespace is the object's own if absent. */
export function referenceAt(
  object: KubernetesObject,
  ...path: string[]
): SourceReference | undefined {
  const kind = textAt(object, ...path, 'kind');
  const name = textAt(object, ...path, 'name');
  const namespace =
    textAt(object, ...path, 'namespace') ??
    textAt(object, 'metadata', 'namespace');
  return kind && name && namespace ? { kind, name, namespace } : undefined;
}

function conditionsOf(object: KubernetesObject): FluxObject['conditions'] {
  const entries = listAt(object, 'status', 'conditions');
  const conditions: FluxObject['conditions'] = {};
  for (const type of conditionTypes) {
    const entry = entries.find(each => textAt(each, 'type') === type);
    if (entry !== undefined) {
      conditions[type] = projectCondition(entry);
    }
  }
  return conditions;
}

function projectCondition(entry: unknown): FluxCondition {
  const status = textAt(entry, 'status');
  return {
    status: status === 'True' || status === 'False' ? status : 'Unknown',
    reason: textAt(entry, 'reason'),
    message: textAt(entry, 'message')?.slice(0, maximumMessageLength),
    lastTransitionTime: textAt(entry, 'lastTransitionTime'),
    observedGeneration: numberAt(entry, 'observedGeneration'),
  };
}
