import { Entity } from '@backstage/catalog-model';
import {
  ENVIRONMENT_ANNOTATION,
  TENANT_ANNOTATION,
} from '@tenantry/plugin-tenants-common';
import { componentEntity } from './componentEntity';
import { descriptorAnnotations } from './descriptorAnnotations';
import { environmentEntityName, resourceRef } from './entityRefs';
import { endpointLinks, repositoryLink, toolLinks } from './links';
import { TenantEnvironmentContext } from './TenantEnvironmentContext';

/** A tenant environment and its parts as catalog entities. */
export function tenantEnvironmentEntities(
  context: TenantEnvironmentContext,
): Entity[] {
  return [
    systemEntity(context),
    ...context.binding.components
      .filter(({ entity }) => entity)
      .map(component =>
        componentEntity(component, context, commonAnnotations(context)),
      ),
  ];
}

function systemEntity(context: TenantEnvironmentContext): Entity {
  const { registry, registered, binding, options } = context;
  const { metadata, spec } = registered.descriptor;
  const tenant = registry.tenants.get(spec.tenant)!.descriptor;
  const environment = registry.environments.get(spec.environment)!.descriptor;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      namespace: 'default',
      name: metadata.name,
      title: `${tenant.spec.title} (${environment.spec.title})`,
      description: `Namespace ${spec.namespace} on cluster ${spec.cluster}`,
      annotations: {
        ...commonAnnotations(context),
        // The whole namespace is the tenant's: everything in it that is not labelled otherwise.
        'backstage.io/kubernetes-label-selector': 'tenantry.dev/hidden!=true',
      },
      links: [
        ...endpointLinks(spec.hostnames),
        ...toolLinks(registry.platform.descriptor, binding),
        repositoryLink(options.registryUrl, registered.file),
      ],
    },
    spec: {
      type: 'tenant-environment',
      owner: binding.owner,
      domain: `domain:default/${spec.tenant}`,
      dependsOn: [
        resourceRef(environmentEntityName(spec.environment)),
        resourceRef(spec.cluster),
      ],
    },
  };
}

function commonAnnotations({
  registry,
  registered,
  binding,
  options,
}: TenantEnvironmentContext): Record<string, string> {
  const { metadata, spec } = registered.descriptor;
  return {
    ...descriptorAnnotations(options.registryUrl, registered.file),
    [TENANT_ANNOTATION]: spec.tenant,
    [ENVIRONMENT_ANNOTATION]: spec.environment,
    'backstage.io/kubernetes-id': metadata.name,
    'backstage.io/kubernetes-namespace': spec.namespace,
    'backstage.io/kubernetes-cluster': spec.cluster,
    ...(registry.platform.descriptor.spec.gitops.engine === 'argocd' && {
      'argocd/app-name': binding.application.name,
      'argocd/app-namespace': binding.application.namespace,
    }),
  };
}
