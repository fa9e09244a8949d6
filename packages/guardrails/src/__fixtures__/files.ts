import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';

type Documents = Record<string, unknown>[];

const descriptor = (kind: string, name: string, spec: object) => [
  { apiVersion: 'tenantry.dev/v1alpha1', kind, metadata: { name }, spec },
];

const environment = (name: string, order: number) =>
  descriptor('Environment', name, {
    title: name,
    order,
    clusters: [name],
    network: {},
    guardrails: {
      allowList: {
        minimumPrefixLength: { ipv4: 16, ipv6: 48 },
        maximumEntries: 3,
      },
      kinds: [
        { group: 'example.com', kind: 'Widget' },
        { group: '', kind: 'Secret' },
      ],
      closedPorts: [5002],
      uniqueImmutables: ['hint'],
    },
  });

const cluster = (name: string, role: string, environments: string[]) =>
  descriptor('Cluster', name, {
    role,
    environments,
    apiServer: { url: `https://${name}.clusters.example.com` },
  });

const tenantDescriptor = (name: string) =>
  descriptor('Tenant', name, {
    title: name,
    owner: name,
    contacts: [`ops@${name}.example.com`],
    identity: { realm: name },
  });

const environmentDescriptor = (tenant: string) =>
  descriptor('TenantEnvironment', `${tenant}-test`, {
    tenant,
    environment: 'test',
    cluster: 'test',
    namespace: `${tenant}-test`,
    application: `${tenant}-test`,
    suspended: false,
    size: 'small',
    versions: { web: '1.0.0' },
    hostnames: [
      {
        name: 'web',
        title: 'Web',
        component: 'web',
        host: `web.${tenant}.test.example.com`,
        port: 443,
        protocol: 'HTTPS',
      },
    ],
    allowList: ['203.0.113.0/24'],
    immutable: { hint: `${tenant}-1`, database: 'web' },
    template: { name: 'new-tenant', version: '1.0.0' },
    components: [{ name: 'web', title: 'Web', type: 'web' }],
  });

/** A platform with the environments test and production. */
const platform: Record<string, Documents> = {
  'platform.yaml': descriptor('Platform', 'platform', {
    title: 'Platform',
    baseDomain: 'example.com',
    hubCluster: 'hub',
    gitops: { engine: 'argocd', namespace: 'argocd' },
    tenantLabel: { singular: 'client', plural: 'clients' },
    facts: { repositoryUrl: 'https://git.example.com/platform/gitops.git' },
  }),
  'clusters/hub.yaml': cluster('hub', 'hub', []),
  'clusters/test.yaml': cluster('test', 'environment', ['test']),
  'clusters/production.yaml': cluster('production', 'environment', [
    'production',
  ]),
  'environments/test.yaml': environment('test', 1),
  'environments/production.yaml': environment('production', 2),
};

const container = {
  name: 'web',
  image: 'registry.example.com:5000/web:1.0.0',
  ports: [{ name: 'http', containerPort: 8080 }],
  env: [
    {
      name: 'DB_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'web', key: 'password' } },
    },
  ],
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  },
  resources: {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { memory: '256Mi' },
  },
};

/** What runs for acme-01: a web server behind a gateway, which breaks no rule. */
const workload: Documents = [
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'web' },
    automountServiceAccountToken: false,
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          serviceAccountName: 'web',
          securityContext: { runAsNonRoot: true },
          containers: [container],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'web',
      annotations: {
        'external-dns.alpha.kubernetes.io/hostname':
          'web.acme-01.test.example.com',
      },
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerSourceRanges: ['203.0.113.0/24'],
      selector: { app: 'web' },
      ports: [{ name: 'https', port: 443, targetPort: 8443 }],
    },
  },
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      podMetricsEndpoints: [{ port: 'metrics' }],
    },
  },
];

const routes: Documents = [
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'public' },
    spec: {
      selector: { istio: 'gateway' },
      servers: [
        {
          port: { number: 8443, name: 'https', protocol: 'HTTPS' },
          tls: { mode: 'SIMPLE', credentialName: 'tls' },
          hosts: ['./web.acme-01.test.example.com'],
        },
      ],
    },
  },
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'web' },
    spec: {
      hosts: ['web.acme-01.test.example.com', 'web'],
      gateways: ['public', 'mesh'],
      http: [
        { route: [{ destination: { host: 'web', port: { number: 80 } } }] },
      ],
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'web' },
    spec: {
      parentRefs: [{ name: 'shared', namespace: 'gateways' }],
      hostnames: ['web.acme-01.test.example.com'],
      rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web' },
    spec: {
      rules: [
        {
          host: 'web.acme-01.test.example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'web' },
    spec: {
      secretName: 'tls',
      issuerRef: { name: 'public', kind: 'ClusterIssuer' },
      dnsNames: [
        'web.acme-01.test.example.com',
        '*.api.acme-01.test.example.com',
      ],
    },
  },
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: 'allow-list' },
    spec: {
      action: 'ALLOW',
      rules: [{ from: [{ source: { remoteIpBlocks: ['203.0.113.0/24'] } }] }],
    },
  },
];

const hub: Documents = [
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'acme-01', namespace: 'argocd' },
    spec: {
      sourceRepos: ['https://git.example.com/platform/gitops.git'],
      destinations: [
        {
          name: 'test',
          server: 'https://test.clusters.example.com',
          namespace: 'acme-01-test',
        },
      ],
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace', name: 'acme-01-test' },
      ],
      namespaceResourceBlacklist: [
        { group: '', kind: 'Secret' },
        { group: 'argoproj.io', kind: '*' },
        { group: 'rbac.authorization.k8s.io', kind: '*' },
      ],
    },
  },
  {
    apiVersion: 'k8s.keycloak.org/v2alpha1',
    kind: 'KeycloakRealmImport',
    metadata: { name: 'acme-01', namespace: 'keycloak' },
    spec: {
      keycloakCRName: 'keycloak',
      placeholders: { SECRET: { secret: { name: 'acme-01', key: 'client' } } },
      realm: {
        realm: 'acme-01',
        clients: [{ clientId: 'web', secret: '${SECRET}' }],
      },
    },
  },
];

const folder = 'clients/acme-01/test';

/** The tenant acme-01, which breaks no rule. */
const acme: Record<string, Documents> = {
  'clients/acme-01/client.yaml': tenantDescriptor('acme-01'),
  [`${folder}/tenant.yaml`]: environmentDescriptor('acme-01'),
  [`${folder}/values/web.yaml`]: [{ replicas: 2, passwordSecret: 'web' }],
  [`${folder}/manifests/kustomization.yaml`]: [
    {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'acme-01-test',
      labels: [{ pairs: { tenant: 'acme-01' } }],
      resources: ['namespace.yaml', 'workload.yaml', 'routes.yaml'],
    },
  ],
  [`${folder}/manifests/namespace.yaml`]: [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'acme-01-test',
        labels: { 'pod-security.kubernetes.io/enforce': 'baseline' },
      },
    },
  ],
  [`${folder}/manifests/workload.yaml`]: workload,
  [`${folder}/manifests/routes.yaml`]: routes,
  'hub/tenants/acme-01.yaml': hub,
};

/** Another tenant, of which only the descriptors matter. */
const other: Record<string, Documents> = {
  'clients/other-02/client.yaml': tenantDescriptor('other-02'),
  'clients/other-02/test/tenant.yaml': environmentDescriptor('other-02'),
};

function toFiles(documents: Record<string, Documents>): RepositoryFile[] {
  return Object.entries(documents).map(([path, objects]) => ({
    path,
    content: objects.map(object => stringify(object)).join('---\n'),
  }));
}

export const platformFiles = () => toFiles(platform);
export const acmeFiles = () => toFiles(acme);
export const otherFiles = () => toFiles(other);
