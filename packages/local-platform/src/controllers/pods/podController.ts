import { tenantTarget } from '../../faults';
import { StoreEvent } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { withConditions } from '../conditions';
import { recordEvent } from '../events';
import { hashNumber } from '../names';
import { Controller, keyOf } from '../startController';
import { Pod, PodStatus } from './Pod';
import { stageEvents } from './podEvents';
import { podStatus } from './podStatus';
import { missingSecret } from './secrets';
import { nextStage, PodCircumstances } from './stages';

const noNodeRetryMs = 5_000;

/** Schedules pods and lets them live, as scheduler and kubelet do. */
export function podController(context: ClusterContext): Controller<Pod> {
  const { store, clock } = context;

  function reconcile(pod: Pod): number | undefined {
    const { phase } = pod.status ?? {};
    if (phase === 'Succeeded' || phase === 'Failed') {
      return undefined;
    }
    if (!pod.spec.nodeName) {
      return schedule(context, pod);
    }
    const { stage, lookAgainAfter } = nextStage(
      pod,
      circumstancesOf(context, pod),
    );
    const status = podStatus(pod, stage, timestamp(clock.now()));
    store.updateStatus(reference(pod), status);
    const changed = stateName(pod.status) !== stateName(status);
    if (changed || stage.name === 'NotReady') {
      stageEvents(pod, stage).forEach(event =>
        recordEvent(context, pod, event),
      );
    }
    return lookAgainAfter;
  }

  /** A pod that misses a Secret goes on as soon as it comes. */
  function concerns({ object }: StoreEvent): string[] {
    const { namespace } = object.metadata;
    return object.kind === 'Secret' && namespace
      ? store
          .list({ apiVersion: 'v1', kind: 'Pod', namespace })
          .filter(pod => (pod as Pod).status?.phase === 'Pending')
          .map(keyOf)
      : [];
  }

  return { apiVersion: 'v1', kind: 'Pod', concerns, reconcile };
}

function schedule(context: ClusterContext, pod: Pod): number | undefined {
  const { store, clock, timings } = context;
  const createdAt = Date.parse(pod.metadata.creationTimestamp!);
  const waitMs = createdAt + timings.scheduling - clock.now().getTime();
  const node = chooseNode(context, pod);
  if (!node || waitMs > 0) {
    store.updateStatus(reference(pod), { phase: 'Pending', conditions: [] });
    return node ? waitMs : noNodeRetryMs;
  }
  const now = timestamp(clock.now());
  store.update({ ...pod, spec: { ...pod.spec, nodeName: node.name } });
  store.updateStatus(reference(pod), {
    phase: 'Pending',
    hostIP: node.address,
    startTime: now,
    conditions: withConditions(
      [],
      [{ type: 'PodScheduled', status: 'True' }],
      now,
    ),
  });
  recordEvent(context, pod, {
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${node.name}`,
    component: 'default-scheduler',
  });
  return timings.creating;
}

function chooseNode({ store }: ClusterContext, { metadata }: Pod) {
  const nodes = store.view({ apiVersion: 'v1', kind: 'Node' });
  const node = nodes[hashNumber(metadata.uid!, Math.max(nodes.length, 1))];
  const { addresses } = (node?.status ?? {}) as {
    addresses?: { type: string; address: string }[];
  };
  const address = addresses?.find(({ type }) => type === 'InternalIP')?.address;
  return node && { name: node.metadata.name, address: address ?? '' };
}

function circumstancesOf(
  { store, cluster, clock, timings, faults }: ClusterContext,
  pod: Pod,
): PodCircumstances {
  const target = tenantTarget(cluster, pod.metadata.namespace ?? '') ?? '';
  const app = pod.metadata.labels?.app;
  return {
    now: clock.now(),
    timings,
    missing: missingSecret(store, pod),
    crashing:
      app === 'participant' &&
      faults.isActive('crash-looping-participant', target),
    blocked:
      app === 'validator-app' &&
      faults.isActive('waiting-for-onboarding', target),
  };
}

/** For example `running` or `CrashLoopBackOff`. */
function stateName(status: PodStatus | undefined): string | undefined {
  const { waiting, ...others } = status?.containerStatuses?.[0]?.state ?? {};
  return waiting?.reason ?? Object.keys(others)[0];
}

function reference({ metadata }: Pod) {
  const { namespace, name } = metadata;
  return { apiVersion: 'v1', kind: 'Pod', namespace, name };
}
