import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';

interface SystemWorkload {
  namespace: string;
  name: string;
  image: string;
  replicas?: number;
  kind?: 'Deployment' | 'StatefulSet';
}

const everywhere: SystemWorkload[] = [
  {
    namespace: 'kube-system',
    name: 'kube-dns',
    image: 'gke.gcr.io/k8s-dns-kube-dns:1.23.0-gke.9',
    replicas: 2,
  },
  {
    namespace: 'cert-manager',
    name: 'cert-manager',
    image: 'quay.io/jetstack/cert-manager-controller:v1.19.1',
  },
  {
    namespace: 'cert-manager',
    name: 'cert-manager-webhook',
    image: 'quay.io/jetstack/cert-manager-webhook:v1.19.1',
  },
  {
    namespace: 'external-secrets',
    name: 'external-secrets',
    image: 'ghcr.io/external-secrets/external-secrets:v1.0.0',
  },
];

const onHub: SystemWorkload[] = [
  {
    namespace: 'argocd',
    name: 'argocd-application-controller',
    image: 'quay.io/argoproj/argocd:v3.2.0',
    kind: 'StatefulSet',
  },
  {
    namespace: 'argocd',
    name: 'argocd-applicationset-controller',
    image: 'quay.io/argoproj/argocd:v3.2.0',
  },
  {
    namespace: 'argocd',
    name: 'argocd-repo-server',
    image: 'quay.io/argoproj/argocd:v3.2.0',
    replicas: 2,
  },
  {
    namespace: 'argocd',
    name: 'argocd-server',
    image: 'quay.io/argoproj/argocd:v3.2.0',
    replicas: 2,
  },
  {
    namespace: 'keycloak',
    name: 'keycloak',
    image: 'quay.io/keycloak/keycloak:26.4.5',
    replicas: 2,
    kind: 'StatefulSet',
  },
  {
    namespace: 'keycloak',
    name: 'keycloak-operator',
    image: 'quay.io/keycloak/keycloak-operator:26.4.5',
  },
  {
    namespace: 'monitoring',
    name: 'prometheus',
    image: 'quay.io/prometheus/prometheus:v3.7.3',
    replicas: 2,
    kind: 'StatefulSet',
  },
  {
    namespace: 'monitoring',
    name: 'grafana',
    image: 'docker.io/grafana/grafana:12.3.0',
  },
  {
    namespace: 'ingress-nginx',
    name: 'ingress-nginx-controller',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.14.0',
    replicas: 2,
  },
];

const onSpokes: SystemWorkload[] = [
  {
    namespace: 'istio-system',
    name: 'istiod',
    image: 'docker.io/istio/pilot:1.27.3',
    replicas: 2,
  },
  {
    namespace: 'cnpg-system',
    name: 'cnpg-controller-manager',
    image: 'ghcr.io/cloudnative-pg/cloudnative-pg:1.27.1',
  },
  {
    namespace: 'cnpg-system',
    name: 'barman-cloud',
    image: 'ghcr.io/cloudnative-pg/plugin-barman-cloud:v0.9.0',
  },
  {
    namespace: 'monitoring',
    name: 'prometheus-agent',
    image: 'quay.io/prometheus/prometheus:v3.7.3',
    kind: 'StatefulSet',
  },
];

/** Puts what runs the platform itself into a cluster. */
export function addSystemWorkloads(
  store: ObjectStore,
  role: 'hub' | 'environment',
): void {
  const workloads = [...everywhere, ...(role === 'hub' ? onHub : onSpokes)];
  for (const namespace of new Set(workloads.map(entry => entry.namespace))) {
    const type = { apiVersion: 'v1', kind: 'Namespace' };
    if (!store.get({ ...type, name: namespace })) {
      store.create({ ...type, metadata: { name: namespace } });
    }
  }
  workloads.forEach(workload => store.create(workloadObject(workload)));
}

function workloadObject({
  namespace,
  name,
  image,
  replicas = 1,
  kind = 'Deployment',
}: SystemWorkload): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image }] },
      },
    },
  };
}
