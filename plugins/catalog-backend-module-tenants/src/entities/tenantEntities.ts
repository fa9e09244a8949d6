import {
  DomainEntityV1alpha1,
  GroupEntityV1alpha1,
} from '@backstage/catalog-model';
import {
  TENANT_ANNOTATION,
  TenantDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registered } from '@tenantry/plugin-tenants-node';
import { EntityOptions } from '../config';
import { descriptorAnnotations } from './descriptorAnnotations';
import { groupRef } from './entityRefs';
import { repositoryLink } from './links';

/** A tenant as a catalog entity. */
export function tenantEntity(
  { descriptor, file }: Registered<TenantDescriptor>,
  options: EntityOptions,
): DomainEntityV1alpha1 {
  const { metadata, spec } = descriptor;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: {
      namespace: 'default',
      name: metadata.name,
      title: spec.title,
      annotations: {
        ...descriptorAnnotations(options.registryUrl, file),
        [TENANT_ANNOTATION]: metadata.name,
      },
      links: [repositoryLink(options.registryUrl, file)],
    },
    spec: { type: 'client', owner: groupRef(spec.owner) },
  };
}

/**
 * The people of a tenant as a catalog entity, or `undefined` for a tenant that the platform's own
 * group keeps: that group is not ours to describe.
 */
export function tenantGroupEntity(
  { descriptor, file }: Registered<TenantDescriptor>,
  options: EntityOptions,
): GroupEntityV1alpha1 | undefined {
  const { metadata, spec } = descriptor;
  if (groupRef(spec.owner) === options.platformOwner) {
    return undefined;
  }
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      namespace: 'default',
      name: spec.owner,
      title: spec.title,
      annotations: {
        ...descriptorAnnotations(options.registryUrl, file),
        [TENANT_ANNOTATION]: metadata.name,
      },
    },
    spec: { type: 'client', children: [] },
  };
}
