import { InputError } from '@backstage/errors';
import { posix } from 'node:path';
import { parse } from 'yaml';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { parseManifests } from './parseManifests';

interface Kustomization {
  apiVersion?: string;
  kind?: string;
  resources?: string[];
  namespace?: string;
  labels?: { pairs: Record<string, string>; includeSelectors?: boolean }[];
  commonAnnotations?: Record<string, string>;
}

const knownFields = [
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'namespace',
  'labels',
  'commonAnnotations',
];

/** Objects without a namespace, which `namespace:` has to leave alone. */
const clusterScopedKinds = [
  'Namespace',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterIssuer',
  'ClusterSecretStore',
];

/**
 * Builds a directory that has a `kustomization.yaml`: its resources (files only) with namespace,
 * labels and annotations.
 *
 * @throws InputError when a file is missing, or a field is used that is not simulated.
 */
export function buildKustomization(
  directory: string,
  files: ReadonlyMap<string, string>,
): KubernetesObject[] {
  const kustomization = readKustomization(directory, files);
  return (kustomization.resources ?? [])
    .flatMap(resource => {
      const path = posix.join(directory, resource);
      const content = files.get(path);
      if (content === undefined) {
        throw new InputError(
          `kustomize build ${directory} failed: accumulating resources: ${path}: no such file`,
        );
      }
      return parseManifests(path, content);
    })
    .map(object => transform(object, kustomization));
}

function readKustomization(
  directory: string,
  files: ReadonlyMap<string, string>,
): Kustomization {
  const path = `${directory}/kustomization.yaml`;
  const kustomization = parse(files.get(path)!, {
    maxAliasCount: 10,
  }) as Kustomization;
  const unknown = Object.keys(kustomization ?? {}).filter(
    field => !knownFields.includes(field),
  );
  const selectors = kustomization?.labels?.some(
    label => label.includeSelectors,
  );
  if (unknown.length > 0 || selectors) {
    throw new InputError(
      `kustomize build ${directory} failed: ${
        unknown.join(', ') || 'labels[].includeSelectors'
      } in kustomization.yaml is not simulated`,
    );
  }
  return kustomization ?? {};
}

function transform(
  object: KubernetesObject,
  { namespace, labels = [], commonAnnotations }: Kustomization,
): KubernetesObject {
  const added = Object.assign({}, ...labels.map(label => label.pairs));
  const metadata = { ...object.metadata };
  if (namespace && !clusterScopedKinds.includes(object.kind)) {
    metadata.namespace = namespace;
  }
  if (Object.keys(added).length > 0) {
    metadata.labels = { ...metadata.labels, ...added };
  }
  if (commonAnnotations) {
    metadata.annotations = { ...metadata.annotations, ...commonAnnotations };
  }
  return { ...object, metadata };
}
