import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ChartRelease } from './Chart';

/** An environment variable, or another entry of a list in a pod spec. */
export type Fields = Record<string, unknown>;

/** The registry path of the charts' images when the values name no other. */
export const defaultImageRepository =
  'ghcr.io/digital-asset/decentralized-canton-sync/docker';

/** A variable that is read from a Secret of the namespace. */
export function secretVariable(
  name: string,
  reference: { name: string; key: string; optional?: boolean },
): Fields {
  return { name, valueFrom: { secretKeyRef: reference } };
}

/** A port of a container, and of the Service in front of it. */
export interface Port {
  name: string;
  port: number;
  containerPort?: number;
  /** True for a port that the Service does not show. */
  podOnly?: boolean;
}

export interface AppOptions {
  /** Name of the Deployment, its Service, its container and its `app` label. */
  name: string;
  image: string;
  ports: Port[];
  env?: Fields[];
  resources: Fields;
  probes?: Fields;
  initContainers?: Fields[];
  volumes?: Fields[];
  volumeMounts?: Fields[];
  serviceAccountName?: string;
}

/** The Deployment and Service of one app, as all charts of the family write them. */
export function app(
  release: ChartRelease,
  options: AppOptions,
): KubernetesObject[] {
  return [deployment(release, options), service(release, options)];
}

/** The labels that every object of a release carries. */
export function chartLabels(
  { chart, release, version }: ChartRelease,
  name: string,
) {
  return {
    app: name,
    'app.kubernetes.io/instance': release,
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/name': chart,
    'app.kubernetes.io/version': version,
    'helm.sh/chart': `${chart}-${version}`,
  };
}

function deployment(
  release: ChartRelease,
  options: AppOptions,
): KubernetesObject {
  const { name } = options;
  const labels = chartLabels(release, name);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: release.namespace,
      labels,
      annotations: { 'reloader.stakater.com/auto': 'true' },
    },
    spec: {
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels }, spec: podSpec(options) },
    },
  };
}

function podSpec(options: AppOptions): Fields {
  return {
    ...(options.serviceAccountName && {
      serviceAccountName: options.serviceAccountName,
    }),
    securityContext: {
      fsGroup: 1001,
      runAsGroup: 1001,
      runAsNonRoot: true,
      runAsUser: 1001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...(options.initContainers && { initContainers: options.initContainers }),
    containers: [
      {
        name: options.name,
        image: options.image,
        imagePullPolicy: 'IfNotPresent',
        ports: options.ports.map(({ name, port, containerPort = port }) => ({
          name,
          containerPort,
          protocol: 'TCP',
        })),
        env: options.env ?? [],
        resources: options.resources,
        ...options.probes,
        ...(options.volumeMounts && { volumeMounts: options.volumeMounts }),
      },
    ],
    ...(options.volumes && { volumes: options.volumes }),
  };
}

function service(release: ChartRelease, options: AppOptions): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: options.name,
      namespace: release.namespace,
      labels: chartLabels(release, options.name),
    },
    spec: {
      selector: { app: options.name },
      ports: options.ports
        .filter(({ podOnly }) => !podOnly)
        .map(({ name, port }) => ({
          name,
          port,
          protocol: 'TCP',
          targetPort: name,
        })),
    },
  };
}

/** The ConfigMap with the logging configuration. */
export function logbackConfigMap(
  release: ChartRelease,
  name: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `${name}-logback-xml`,
      namespace: release.namespace,
      labels: chartLabels(release, name),
    },
    data: { 'logback.xml': '<configuration/>\n' },
  };
}

/** The ServiceMonitor of an app, when the values switch metrics on. */
export function serviceMonitor(
  release: ChartRelease,
  options: { name: string; app: string },
): KubernetesObject[] {
  const metrics = release.values.metrics as
    | { enable?: boolean; release?: string; interval?: string }
    | undefined;
  if (!metrics?.enable) {
    return [];
  }
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: {
        name: options.name,
        namespace: release.namespace,
        labels: {
          ...chartLabels(release, options.app),
          release: metrics.release ?? 'prometheus-grafana-monitoring',
        },
      },
      spec: {
        selector: { matchLabels: { app: options.app } },
        namespaceSelector: { matchNames: [release.namespace] },
        endpoints: [
          {
            port: 'metrics',
            path: '/metrics',
            interval: metrics.interval ?? '30s',
          },
        ],
      },
    },
  ];
}
