import { compareHealth } from '@tenantry/plugin-tenants-common';
import { NamespaceView, ObservedCheck } from '@tenantry/plugin-tenants-node';
import {
  cronJob,
  deployment,
  job,
  Judgement,
  judgeCronJob,
  ObservedKind,
  pod,
  PodProjection,
  podFault,
  postgresCluster,
  statefulSet,
} from '../health';
import { referenceTo } from './namedObjects';

/** Kinds whose pods are told about with them, and not one by one. */
const podOwners: readonly ObservedKind[] = [
  deployment,
  statefulSet,
  postgresCluster,
  job,
];

/** A check for each object of a kind that can be seen. */
export function judgeObjects(
  kind: ObservedKind,
  view: NamespaceView,
  now: Date,
): ObservedCheck[] {
  return [...view.objects(kind)]
    .filter(([name]) => !isToldByOwner(kind, name, view))
    .map(([name, projection]) => {
      const reference = referenceTo(kind.kind, name);
      return { ...reference, ...judge(kind, name, projection, view, now) };
    });
}

function judge(
  kind: ObservedKind,
  name: string,
  projection: unknown,
  view: NamespaceView,
  now: Date,
): Judgement {
  const schedule = kind === cronJob && view.objects(cronJob).get(name);
  if (schedule) {
    const jobs = [...view.objects(job).values()].filter(
      entry => entry.cronJob === name,
    );
    return judgeCronJob(schedule, jobs, now);
  }
  const own = kind.judge(projection, now);
  return own.health === 'Suspended'
    ? own
    : worse(own, worstPodFault(`${kind.kind}/${name}`, view, now));
}

/** The faults of its pods say more about a workload than its own counts do. */
function worstPodFault(
  owner: string,
  view: NamespaceView,
  now: Date,
): Judgement | undefined {
  return [...view.objects(pod).values()]
    .filter(entry => entry.owner === owner && isInUse(entry))
    .flatMap(entry => podFault(entry, now) ?? [])
    .reduce<Judgement | undefined>(
      (worst, fault) => (worst ? worse(fault, worst) : fault),
      undefined,
    );
}

/** Pods that have ended, or are about to, have been replaced by others. */
function isInUse({ phase, terminating }: PodProjection): boolean {
  return !terminating && phase !== 'Failed' && phase !== 'Succeeded';
}

function worse(left: Judgement, right: Judgement | undefined): Judgement {
  return right && compareHealth(right.health, left.health) >= 0 ? right : left;
}

function isToldByOwner(
  kind: ObservedKind,
  name: string,
  view: NamespaceView,
): boolean {
  if (kind === job) {
    const made = view.objects(job).get(name)?.cronJob;
    return made !== undefined && view.objects(cronJob).has(made);
  }
  const owner = kind === pod && view.objects(pod).get(name)?.owner;
  return podOwners.some(ownerKind =>
    [...view.objects(ownerKind).keys()].some(
      ownerName => owner === `${ownerKind.kind}/${ownerName}`,
    ),
  );
}
