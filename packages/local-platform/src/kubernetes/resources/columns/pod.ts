import { KubernetesObject } from '../../ObjectStore';
import { ageColumn, column } from './column';
import { ageOf } from './duration';

interface ContainerState {
  waiting?: { reason?: string };
  running?: object;
  terminated?: {
    reason?: string;
    exitCode?: number;
    signal?: number;
    finishedAt?: string;
  };
}

interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface PodFields {
  spec?: {
    containers?: object[];
    initContainers?: { name: string; restartPolicy?: string }[];
    nodeName?: string;
    readinessGates?: { conditionType: string }[];
  };
  status?: {
    phase?: string;
    reason?: string;
    podIP?: string;
    nominatedNodeName?: string;
    conditions?: { type: string; status: string }[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

const fieldsOf = (pod: KubernetesObject) => pod as unknown as PodFields;

/** What `kubectl get pods` shows. */
export const podColumns = [
  column('Ready', pod => {
    const { spec, status } = fieldsOf(pod);
    const ready = status?.containerStatuses?.filter(it => it.ready) ?? [];
    return `${ready.length}/${spec?.containers?.length ?? 0}`;
  }),
  column('Status', podStatus),
  column('Restarts', podRestarts),
  ageColumn,
  column('IP', pod => fieldsOf(pod).status?.podIP ?? '<none>', { priority: 1 }),
  column('Node', pod => fieldsOf(pod).spec?.nodeName ?? '<none>', {
    priority: 1,
  }),
  column(
    'Nominated Node',
    pod => fieldsOf(pod).status?.nominatedNodeName ?? '<none>',
    { priority: 1 },
  ),
  column('Readiness Gates', readinessGates, { priority: 1 }),
];

/** One word for the state of a pod: the first thing that is in the way, or its phase. */
function podStatus(pod: KubernetesObject): string {
  if (pod.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  const { status } = fieldsOf(pod);
  const containers = status?.containerStatuses ?? [];
  return (
    initStatus(pod) ??
    firstDefined(containers, ({ state }) => trouble(state)) ??
    status?.reason ??
    status?.phase ??
    'Unknown'
  );
}

/** Undefined once all init containers are through. */
function initStatus(pod: KubernetesObject): string | undefined {
  const { spec, status } = fieldsOf(pod);
  const all = spec?.initContainers ?? [];
  const sidecars = all
    .filter(({ restartPolicy }) => restartPolicy === 'Always')
    .map(({ name }) => name);
  const statuses = status?.initContainerStatuses ?? [];
  const index = statuses.findIndex(({ name, state }) =>
    sidecars.includes(name)
      ? !state?.running
      : state?.terminated?.exitCode !== 0,
  );
  if (index < 0) {
    return undefined;
  }
  const reason = trouble(statuses[index].state);
  return reason && reason !== 'PodInitializing'
    ? `Init:${reason}`
    : `Init:${index}/${all.length}`;
}

function trouble(state: ContainerState | undefined): string | undefined {
  const { waiting, terminated } = state ?? {};
  if (!terminated) {
    return waiting?.reason;
  }
  return (
    terminated.reason ??
    (terminated.signal
      ? `Signal:${terminated.signal}`
      : `ExitCode:${terminated.exitCode}`)
  );
}

function podRestarts(pod: KubernetesObject, now: Date): string {
  const { status } = fieldsOf(pod);
  const containers = status?.containerStatuses ?? [];
  const count = containers.reduce(
    (sum, { restartCount = 0 }) => sum + restartCount,
    0,
  );
  const lastEnds = containers.flatMap(
    ({ lastState }) => lastState?.terminated?.finishedAt ?? [],
  );
  const last = lastEnds.sort().at(-1);
  return count && last ? `${count} (${ageOf(last, now)} ago)` : `${count}`;
}

function readinessGates(pod: KubernetesObject): string {
  const { spec, status } = fieldsOf(pod);
  const gates = spec?.readinessGates ?? [];
  const passed = gates.filter(({ conditionType }) =>
    status?.conditions?.some(
      ({ type, status: value }) => type === conditionType && value === 'True',
    ),
  );
  return gates.length ? `${passed.length}/${gates.length}` : '<none>';
}

function firstDefined<T, R>(
  items: T[],
  read: (item: T) => R | undefined,
): R | undefined {
  return items.map(read).find(value => value !== undefined);
}
