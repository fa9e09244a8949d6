import { KubernetesObject } from '../ObjectStore';

export const namespace = 'acme-01-devnet';

const startedAt = new Date(Date.now() - 60_000).toISOString();

/** A healthy Application of Argo CD. */
export const application: KubernetesObject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: namespace, namespace },
  spec: { project: 'acme-01' },
  status: { sync: { status: 'Synced' }, health: { status: 'Healthy' } },
};

/** A pod that has restarted twice, and runs. */
export const runningPod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'participant-0',
    namespace,
    labels: { app: 'participant' },
  },
  spec: { containers: [{ name: 'participant', image: 'participant:1' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'participant',
        image: 'participant:1',
        ready: true,
        restartCount: 2,
        state: { running: { startedAt } },
        lastState: { terminated: { exitCode: 1, finishedAt: startedAt } },
      },
    ],
  },
};

/** The event that tells of the start of the object's container. */
export function eventAbout({
  kind,
  metadata,
}: KubernetesObject): KubernetesObject {
  const { name, uid } = metadata;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.1`, namespace },
    involvedObject: { kind, name, namespace, uid },
    type: 'Normal',
    reason: 'Started',
    message: 'Started container participant',
    firstTimestamp: startedAt,
    lastTimestamp: startedAt,
    count: 1,
  };
}

/** A Deployment of the given number of replicas. */
export function deployment(name: string, replicas = 1): KubernetesObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: `${name}:1` }] },
      },
    },
  };
}
