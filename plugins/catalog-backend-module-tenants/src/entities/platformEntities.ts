import { ResourceEntityV1alpha1 } from '@backstage/catalog-model';
import {
  ClusterDescriptor,
  ENVIRONMENT_ANNOTATION,
  EnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registered } from '@tenantry/plugin-tenants-node';
import { EntityOptions } from '../config';
import { descriptorAnnotations } from './descriptorAnnotations';
import { environmentEntityName, resourceRef } from './entityRefs';

/** An environment as a catalog entity. */
export function environmentEntity(
  { descriptor, file }: Registered<EnvironmentDescriptor>,
  options: EntityOptions,
): ResourceEntityV1alpha1 {
  const { metadata, spec } = descriptor;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: environmentEntityName(metadata.name),
      title: spec.title,
      annotations: {
        ...descriptorAnnotations(options.registryUrl, file),
        [ENVIRONMENT_ANNOTATION]: metadata.name,
      },
    },
    spec: {
      type: 'environment',
      owner: options.platformOwner,
      dependsOn: spec.clusters.map(resourceRef),
    },
  };
}

/** A cluster as a catalog entity that the Kubernetes plugin's catalog locator understands. */
export function clusterEntity(
  { descriptor, file }: Registered<ClusterDescriptor>,
  options: EntityOptions,
): ResourceEntityV1alpha1 {
  const { metadata, spec } = descriptor;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: metadata.name,
      title: spec.title ?? metadata.name,
      description: clusterDescription(spec),
      annotations: {
        ...descriptorAnnotations(options.registryUrl, file),
        ...locatorAnnotations(spec.apiServer, options.kubernetesAuthProvider),
      },
    },
    spec: { type: 'kubernetes-cluster', owner: options.platformOwner },
  };
}

function clusterDescription(spec: ClusterDescriptor['spec']): string {
  const role =
    spec.role === 'hub'
      ? 'Hub cluster'
      : `Cluster of ${spec.environments.join(', ')}`;
  return [role, spec.provider, spec.region].filter(Boolean).join(', ');
}

function locatorAnnotations(
  apiServer: ClusterDescriptor['spec']['apiServer'],
  authProvider: string,
): Record<string, string> {
  return {
    'kubernetes.io/api-server': apiServer.url,
    'kubernetes.io/auth-provider': authProvider,
    ...(authProvider === 'oidc' && {
      'kubernetes.io/oidc-token-provider': 'oidc',
    }),
    ...(apiServer.certificateAuthorityData && {
      'kubernetes.io/api-server-certificate-authority':
        apiServer.certificateAuthorityData,
    }),
  };
}
