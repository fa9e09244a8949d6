import { compareHealth } from '@tenantry/plugin-tenants-common';
import { NamespaceView, ObservedCheck } from '@tenantry/plugin-tenants-node';
import {
  cronJob,
  daemonSet,
  deployment,
  endpointSlice,
  job,
  Judgement,
  judgeCronJob,
  judgeService,
  ObservedKind,
  pod,
  PodProjection,
  podFault,
  postgresCluster,
  selects,
  service,
  statefulSet,
} from '../health';
import { referenceTo } from './namedObjects';
import { isKnown, ObserveContext } from './ObserveContext';

/** Kinds whose pods are told about with them, and not one by one. */
const podOwners: readonly ObservedKind[] = [
  deployment,
  statefulSet,
  daemonSet,
  postgresCluster,
  job,
];

/** A check for each object of a kind that can be seen. */
export function judgeObjects(
  kind: ObservedKind,
  context: ObserveContext,
): ObservedCheck[] {
  const { view } = context;
  return [...view.objects(kind)]
    .filter(([name]) => !isToldByOwner(kind, name, view))
    .map(([name, projection]) => ({
      ...referenceTo(kind.kind, name),
      ...judgeOne(kind, { name, projection }, context),
    }));
}

function judgeOne(
  kind: ObservedKind,
  { name, projection }: { name: string; projection: unknown },
  context: ObserveContext,
): Judgement {
  const own =
    judgeWithOthers(kind, name, context) ?? kind.judge(projection, context);
  return own.health === 'Suspended'
    ? own
    : worse(own, worstPodFault(`${kind.kind}/${name}`, context));
}

/** What a kind's objects are by themselves says less than what others say about them. */
function judgeWithOthers(
  kind: ObservedKind,
  name: string,
  context: ObserveContext,
): Judgement | undefined {
  const { view } = context;
  const schedule = kind === cronJob && view.objects(cronJob).get(name);
  if (schedule) {
    return judgeCronJob(schedule, jobsOf(name, view), context);
  }
  const served = kind === service && view.objects(service).get(name);
  if (served && isKnown(endpointSlice, view)) {
    const slices = [...view.objects(endpointSlice).values()];
    const others = {
      slices: slices.filter(slice => slice.service === name),
      stopped: isStopped(served.selector, view),
    };
    return judgeService(served, others, context);
  }
  return undefined;
}

/** Whether everything that runs pods with these labels is scaled to zero. */
function isStopped(
  selector: Readonly<Record<string, string>>,
  view: NamespaceView,
): boolean {
  const workloads = [deployment, statefulSet]
    .flatMap(kind => [...view.objects(kind).values()])
    .filter(({ podLabels }) => selects(selector, podLabels));
  return (
    workloads.length > 0 && workloads.every(({ desired }) => desired === 0)
  );
}

/** The jobs that a CronJob has made and that are still there. */
export function jobsOf(cronJobName: string, view: NamespaceView) {
  return [...view.objects(job).values()].filter(
    entry => entry.cronJob === cronJobName,
  );
}

/** The faults of its pods say more about a workload than its own counts do. */
function worstPodFault(
  owner: string,
  context: ObserveContext,
): Judgement | undefined {
  return [...context.view.objects(pod).values()]
    .filter(entry => entry.owner === owner && isInUse(entry))
    .flatMap(entry => podFault(entry, context) ?? [])
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
  const [ownerKind, ownerName] = owner ? owner.split('/') : [];
  const told = podOwners.find(entry => entry.kind === ownerKind);
  return told !== undefined && view.objects(told).has(ownerName);
}
