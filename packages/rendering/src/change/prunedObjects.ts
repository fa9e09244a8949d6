import { FileChange, PrunedObject } from '@tenantry/plugin-tenants-common';
import {
  isDescriptorPath,
  Registry,
  tenantBindings,
} from '@tenantry/plugin-tenants-node';
import { manifestObjects, Place } from './manifestObjects';

/** What the GitOps engine will delete after a change. */
export interface Pruning {
  /** In the order of cluster, namespace, kind and name. */
  pruned: PrunedObject[];
  /** One sentence for each file that does not tell which objects it holds. */
  notes: string[];
}

/** Kinds of the engines' own objects, one for each tenant environment. */
const applicationKinds = { argocd: 'Application', flux: 'Kustomization' };

/**
 * Finds the objects that the files of a change no longer hold, and the application of each tenant
 * environment whose descriptor is deleted.
 */
export function findPruned(
  files: readonly FileChange[],
  registry: Registry,
): Pruning {
  const notes: string[] = [];
  const gone = new Map<string, PrunedObject>();
  for (const file of files) {
    for (const object of [
      ...objectsBefore(file, registry, notes),
      ...removedApplication(file, registry),
    ]) {
      gone.set(keyOf(object), object);
    }
  }
  for (const { path, content } of files) {
    for (const object of objectsIn(path, content, registry)) {
      gone.delete(keyOf(object));
    }
  }
  const pruned = [...gone.keys()].sort().map(key => gone.get(key)!);
  return { pruned, notes };
}

/** What the repository holds may have been made unreadable by hand. */
function objectsBefore(
  { path, previousContent }: FileChange,
  registry: Registry,
  notes: string[],
): PrunedObject[] {
  try {
    return objectsIn(path, previousContent, registry);
  } catch {
    notes.push(
      `${path} is no valid YAML in the repository, so the list of deleted objects may lack those that it made.`,
    );
    return [];
  }
}

function objectsIn(
  path: string,
  content: string | undefined,
  registry: Registry,
): PrunedObject[] {
  const place = /\.ya?ml$/.test(path) ? placeOf(path, registry) : undefined;
  return place && content !== undefined ? manifestObjects(content, place) : [];
}

function placeOf(path: string, registry: Registry): Place | undefined {
  const [folder, tenant, environment] = path.split('/');
  return folder === 'hub'
    ? { cluster: registry.platform.descriptor.spec.hubCluster }
    : registry.tenantEnvironments.get(`${tenant}-${environment}`)?.descriptor
        .spec;
}

function removedApplication(
  { path, operation }: FileChange,
  registry: Registry,
): PrunedObject[] {
  if (operation !== 'delete' || !isDescriptorPath(path)) {
    return [];
  }
  const { engine } = registry.platform.descriptor.spec.gitops;
  return [...tenantBindings(registry).values()]
    .filter(({ repositoryPath }) => path === `${repositoryPath}/tenant.yaml`)
    .map(({ application: { cluster, namespace, name } }) => ({
      cluster,
      kind: applicationKinds[engine],
      name,
      namespace,
    }));
}

function keyOf({ cluster, namespace = '', kind, name }: PrunedObject): string {
  return [cluster, namespace, kind, name].join(' ');
}
