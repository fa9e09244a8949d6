import { Clock } from '../clock';
import { KubernetesObject, ObjectStore } from '../kubernetes/ObjectStore';
import { databaseSizeBytes, volumeOf } from './simulatedSizes';
import {
  World,
  WorldCertificate,
  WorldPod,
  WorldTenantEnvironment,
} from './World';

const tenantLabel = 'tenantry.dev/tenant';
const environmentLabel = 'tenantry.dev/environment';
const partyHintVariable = 'SPLICE_APP_VALIDATOR_PARTY_HINT';

/** Creates the view of the world; it is built anew when an object or the minute has changed. */
export function createWorld(options: {
  clusters: readonly { name: string; store: ObjectStore }[];
  clock: Clock;
}): World {
  const { clusters, clock } = options;
  let seen = '';
  let environments: WorldTenantEnvironment[] = [];

  function build(now: Date): WorldTenantEnvironment[] {
    return clusters
      .flatMap(({ name, store }) => tenantEnvironments(name, store, now))
      .sort((left, right) => left.namespace.localeCompare(right.namespace));
  }

  return {
    tenantEnvironments() {
      const now = clock.now();
      const minute = Math.floor(now.getTime() / 60_000);
      const versions = clusters.map(({ store }) => store.resourceVersion);
      const current = [minute, ...versions].join(' ');
      if (current !== seen) {
        environments = build(now);
        seen = current;
      }
      return environments;
    },
  };
}

function tenantEnvironments(
  cluster: string,
  store: ObjectStore,
  now: Date,
): WorldTenantEnvironment[] {
  return store
    .view({ apiVersion: 'v1', kind: 'Namespace' })
    .filter(({ metadata }) => metadata.labels?.[tenantLabel])
    .map(namespace => tenantEnvironment(cluster, store, namespace, now));
}

function tenantEnvironment(
  cluster: string,
  store: ObjectStore,
  { metadata }: KubernetesObject,
  now: Date,
): WorldTenantEnvironment {
  const namespace = metadata.name;
  const sizeBytes = databaseSizeBytes(
    namespace,
    new Date(metadata.creationTimestamp!),
    now,
  );
  return {
    tenant: metadata.labels![tenantLabel],
    environment: metadata.labels![environmentLabel],
    cluster,
    namespace,
    ...validatorFacts(store, namespace),
    suspended: metadata.annotations?.['downscaler/force-downtime'] === 'true',
    pods: store
      .view({ apiVersion: 'v1', kind: 'Pod', namespace })
      .flatMap(worldPod),
    databaseSizeBytes: sizeBytes,
    volumes: store
      .view({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace })
      .flatMap(claim => volumeOf(claim, sizeBytes)),
    certificates: store
      .view({
        apiVersion: 'cert-manager.io/v1',
        kind: 'Certificate',
        namespace,
      })
      .flatMap(worldCertificate),
  };
}

function worldCertificate({
  metadata,
  status,
}: KubernetesObject): WorldCertificate[] {
  const { notAfter } = (status ?? {}) as { notAfter?: string };
  return notAfter ? [{ name: metadata.name, expiresAt: notAfter }] : [];
}

interface DeploymentSpec {
  template: {
    spec: { containers: { env?: { name: string; value?: string }[] }[] };
  };
}

function validatorFacts(store: ObjectStore, namespace: string) {
  const deployment = store.get({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace,
    name: 'validator-app',
  });
  const spec = deployment?.spec as DeploymentSpec | undefined;
  const partyHint = spec?.template.spec.containers[0].env?.find(
    ({ name }) => name === partyHintVariable,
  )?.value;
  const version = deployment?.metadata.labels?.['app.kubernetes.io/version'];
  return { partyHint: partyHint ?? '', spliceVersion: version ?? '' };
}

interface PodStatus {
  startTime?: string;
  conditions?: { type: string; status: string }[];
  containerStatuses?: { restartCount: number }[];
}

function worldPod({ metadata, ...pod }: KubernetesObject): WorldPod[] {
  const component = componentOf(metadata.labels ?? {});
  const status = (pod.status ?? {}) as PodStatus;
  if (!component) {
    return [];
  }
  return [
    {
      name: metadata.name,
      component,
      ready: Boolean(
        status.conditions?.some(
          ({ type, status: value }) => type === 'Ready' && value === 'True',
        ),
      ),
      restarts: (status.containerStatuses ?? []).reduce(
        (total, { restartCount }) => total + restartCount,
        0,
      ),
      startedAt: status.startTime ?? metadata.creationTimestamp!,
    },
  ];
}

function componentOf(
  labels: Record<string, string>,
): WorldPod['component'] | undefined {
  if (labels['cnpg.io/cluster']) {
    return 'database';
  }
  switch (labels.app) {
    case 'validator-app':
      return 'validator';
    case 'participant':
      return 'participant';
    default:
      return undefined;
  }
}
