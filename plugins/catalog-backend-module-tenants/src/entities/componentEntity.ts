import { Entity } from '@backstage/catalog-model';
import { ComponentDescriptor } from '@tenantry/plugin-tenants-common';
import { apiDefinition } from './apiDefinition';
import { componentEntityName, componentEntityRef } from './entityRefs';
import { endpointLinks } from './links';
import { TenantEnvironmentContext } from './TenantEnvironmentContext';

/** A part of a tenant environment as a catalog entity of the kind that its descriptor names. */
export function componentEntity(
  component: ComponentDescriptor,
  context: TenantEnvironmentContext,
  annotations: Record<string, string>,
): Entity {
  const { metadata, spec } = context.registered.descriptor;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: component.entity!,
    metadata: {
      namespace: 'default',
      name: componentEntityName(metadata.name, component.name),
      title: `${spec.tenant} ${spec.environment}: ${component.title}`,
      annotations: { ...annotations, ...workloadSelector(component) },
      links: endpointLinks(hostnamesOf(component, context)),
    },
    spec: {
      type: component.type,
      owner: context.binding.owner,
      system: `system:default/${metadata.name}`,
      ...specOfKind(component, context),
    },
  };
}

function specOfKind(
  component: ComponentDescriptor,
  context: TenantEnvironmentContext,
): Entity['spec'] {
  const lifecycle = context.binding.environment;
  switch (component.entity) {
    case 'Component':
      return {
        lifecycle,
        dependsOn: refsOf(
          component.dependsOn,
          ['Component', 'Resource'],
          context,
        ),
        providesApis: refsOf(component.provides, ['API'], context),
      };
    case 'API':
      return {
        lifecycle,
        ...apiDefinition(component.title, hostnamesOf(component, context)[0]),
      };
    default:
      return {
        dependsOn: refsOf(
          component.dependsOn,
          ['Component', 'Resource'],
          context,
        ),
      };
  }
}

/** Refs of the named parts, of those among them that are in the catalog with such a kind. */
function refsOf(
  names: string[] = [],
  kinds: ComponentDescriptor['entity'][],
  { registered, binding }: TenantEnvironmentContext,
): string[] {
  return binding.components
    .filter(
      ({ name, entity }) => names.includes(name) && kinds.includes(entity),
    )
    .map(
      part => componentEntityRef(registered.descriptor.metadata.name, part)!,
    );
}

/** An API's host name is called like the API; those of other parts name their part. */
function hostnamesOf(
  component: ComponentDescriptor,
  { registered }: TenantEnvironmentContext,
) {
  return registered.descriptor.spec.hostnames.filter(hostname =>
    [hostname.name, hostname.component].includes(component.name),
  );
}

/** Selects the pods of the workloads that a part names, by the label that most charts give them. */
function workloadSelector({
  objects = [],
}: ComponentDescriptor): Record<string, string> {
  const workloads = objects.flatMap(
    object => /^(?:Deployment|StatefulSet)\/([^*]+)$/.exec(object)?.[1] ?? [],
  );
  return workloads.length > 0
    ? {
        'backstage.io/kubernetes-label-selector': `app in (${workloads.join(
          ',',
        )})`,
      }
    : {};
}
