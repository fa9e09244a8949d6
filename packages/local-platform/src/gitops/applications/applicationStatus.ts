import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { sameJson } from '../merge';
import {
  Application,
  ApplicationCondition,
  ApplicationStatus,
  argocdNamespace,
  HealthStatus,
  sourcesOf,
} from './Application';
import { applicationHealth, ComparedObject, resourceStatus } from './compare';
import {
  Evaluation,
  EvaluationProblem,
  isProblem,
} from './evaluateApplication';

/** The status after a look at the Application; what operations left in it stays. */
export function evaluatedStatus(
  application: Application,
  evaluation: Evaluation | EvaluationProblem,
  now: string,
): ApplicationStatus {
  const before = application.status ?? {};
  const { destination } = application.spec;
  const comparedTo = { destination, sources: sourcesOf(application.spec) };
  if (isProblem(evaluation)) {
    return {
      ...before,
      controllerNamespace: argocdNamespace,
      reconciledAt: now,
      conditions: withCondition(before.conditions, evaluation, now),
      sync: { status: 'Unknown', comparedTo },
      health: transition(before.health, 'Unknown', now),
    };
  }
  const { objects, rendered } = evaluation;
  const outOfSync = objects.some(({ status }) => status === 'OutOfSync');
  return {
    ...before,
    controllerNamespace: argocdNamespace,
    reconciledAt: now,
    sourceTypes: rendered.sourceTypes,
    sync: {
      status: outOfSync ? 'OutOfSync' : 'Synced',
      comparedTo,
      revisions: rendered.revisions,
    },
    health: transition(before.health, applicationHealth(objects), now),
    resources: objects.map(resourceStatus),
    summary: { images: imagesOf(objects) },
    conditions: (before.conditions ?? []).filter(
      ({ type }) => type === 'SyncError' && outOfSync,
    ),
  };
}

/**
 * Adds a condition, in the place of one of its type. A finding about the specification replaces
 * the one before it; what an operation left stays.
 */
export function withCondition(
  conditions: ApplicationCondition[] = [],
  { type, message }: EvaluationProblem,
  now: string,
): ApplicationCondition[] {
  const same = conditions.find(
    condition => condition.type === type && condition.message === message,
  );
  const kept = conditions.filter(
    condition =>
      condition.type !== type &&
      (condition.type === 'SyncError' || type === 'SyncError'),
  );
  return [...kept, same ?? { type, message, lastTransitionTime: now }];
}

/** Whether two statuses differ in more than the time of the look. */
export function sameStatus(
  left: ApplicationStatus,
  right: ApplicationStatus,
): boolean {
  const plain = ({ reconciledAt, ...status }: ApplicationStatus) =>
    JSON.parse(JSON.stringify(status));
  return sameJson(plain(left), plain(right));
}

function transition(
  before: ApplicationStatus['health'],
  status: HealthStatus,
  now: string,
): ApplicationStatus['health'] {
  return before?.status === status
    ? before
    : { status, lastTransitionTime: now };
}

function imagesOf(objects: readonly ComparedObject[]): string[] {
  const images = objects.flatMap(({ live }) => (live ? podImages(live) : []));
  return [...new Set(images)].sort();
}

interface PodTemplateSpec {
  template?: {
    spec?: Record<'containers' | 'initContainers', { image: string }[]>;
  };
}

function podImages({ spec }: KubernetesObject): string[] {
  const pod = (spec as PodTemplateSpec | undefined)?.template?.spec;
  return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(
    ({ image }) => image,
  );
}
