import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';
import { loadTemplate, TenantOperation, TenantTemplate } from '../template';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const conventions = {
  client: text,
  environments: { type: 'array', items: text },
  allowList: { type: 'object', 'x-tenantry-recorded': 'environment.allowList' },
};

const baseProperties = {
  ...conventions,
  title: { ...text, 'x-tenantry-recorded': 'tenant.title' },
  size: {
    enum: ['small', 'large'],
    default: 'small',
    'x-tenantry-recorded': 'environment.size',
    'x-tenantry-promoted': true,
  },
  partyHint: {
    ...text,
    title: 'Party hint',
    'x-tenantry-unique': 'partyHint',
    'x-tenantry-recorded': 'environment.immutable.partyHint',
    'x-tenantry-promoted': true,
  },
  version: { ...text, 'x-tenantry-recorded': 'environment.versions.splice' },
  extra: { ...flag, 'x-tenantry-recorded': 'environment.parameters.extra' },
  suspended: { ...flag, 'x-tenantry-recorded': 'environment.suspended' },
  preview: { type: 'null' },
};

const client = 'skeleton/clients/${{ values.client }}';
const environment = `${client}/\${{ environment.name }}`;

const skeleton: Record<string, string> = {
  [`${client}/client.yaml`]: `
apiVersion: tenantry.dev/v1alpha1
kind: Tenant
metadata: { name: "\${{ values.client }}" }
spec:
  title: \${{ values.title or values.client }}
  owner: \${{ values.client }}
  contacts: [ops@example.com]
  identity: { realm: "\${{ values.client }}" }
`,
  [`${environment}/tenant.yaml`]: `
{% set name = values.client ~ "-" ~ environment.name %}
apiVersion: tenantry.dev/v1alpha1
kind: TenantEnvironment
metadata: { name: "\${{ name }}" }
spec:
  tenant: \${{ values.client }}
  environment: \${{ environment.name }}
  cluster: \${{ cluster.name }}
  namespace: \${{ name }}
  application: \${{ name }}
  suspended: \${{ values.suspended }}
  size: \${{ values.size }}
  versions: { splice: "\${{ values.version or environment.network.spliceVersion }}" }
  hostnames: []
  allowList: \${{ values.allowList[environment.name] }}
  immutable: { partyHint: "\${{ values.partyHint or values.client }}" }
  template: { name: "\${{ template.name }}", version: "\${{ template.version }}" }
  parameters: { extra: "\${{ values.extra }}" }
  components: [{ name: node, title: Node, type: node }]
`,
  [`${environment}/manifests/network.yaml`]: `
{% for network in values.allowList[environment.name] %}
apiVersion: v1
kind: ConfigMap
metadata: { name: "network-\${{ loop.index }}" }
data: { cidr: "\${{ network }}" }
---
{% endfor %}
`,
  [`${environment}/manifests/node.yaml`]: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: node }
spec:
  replicas: \${{ 0 if values.suspended else 1 }}
  size: \${{ values.size }}
`,
  [`${environment}/manifests/extra.yaml`]: `
{% if values.extra %}
apiVersion: v1
kind: Service
metadata: { name: extra }
{% endif %}
`,
  'skeleton/hub/projects/${{ values.client }}.yaml': `
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: "\${{ values.client }}", namespace: argocd }
spec:
  destinations:
{% for environment in environments %}
    - name: \${{ environment.cluster.name }}
{% endfor %}
`,
};

/** A template for new tenants with one value of each sort, and small files. */
export function baseFiles(
  version = '1.0.0',
  changed: Record<string, string> = {},
): RepositoryFile[] {
  return [
    templateYaml('small', baseProperties, {
      'tenantry.dev/template-version': version,
    }),
    ...Object.entries({ ...skeleton, ...changed }).map(([path, content]) => ({
      path,
      content,
    })),
  ];
}

/** Path of the skeleton's file that has the name in the folder of an environment. */
export const skeletonFile = (name: string) => `${environment}/${name}`;

/** The template of {@link baseFiles}. */
export function onboarding(): TenantTemplate {
  return loadTemplate(baseFiles());
}

/** A template for existing tenants that has every value of the base, and those of the rules. */
export function dayTwo(
  operation: TenantOperation,
  options: { base?: RepositoryFile[]; pullRequest?: string } = {},
): TenantTemplate {
  const { base = baseFiles(), pullRequest } = options;
  // Without defaults: what a form does not give stays as it is.
  const properties = Object.entries(baseProperties).map(
    ([name, { default: _, ...schema }]: [string, Record<string, unknown>]) => [
      name,
      schema,
    ],
  );
  const descriptor = templateYaml(
    'day-two',
    {
      ...Object.fromEntries(properties),
      reason: text,
      confirmation: text,
      promotionOverrideReason: text,
    },
    {
      'tenantry.dev/operation': operation,
      'tenantry.dev/base-template': '../small',
    },
  );
  return loadTemplate(
    [
      descriptor,
      ...(pullRequest
        ? [{ path: 'pull-request.md', content: pullRequest }]
        : []),
    ],
    base,
  );
}

function templateYaml(
  name: string,
  properties: object,
  annotations: object,
): RepositoryFile {
  return {
    path: 'template.yaml',
    content: stringify({
      metadata: { name, annotations },
      spec: { parameters: { required: ['client'], properties } },
    }),
  };
}
