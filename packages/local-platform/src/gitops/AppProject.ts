import { KubernetesObject } from '../kubernetes/ObjectStore';
import { ApplicationSpec, sourcesOf } from './applications/Application';
import { sameRepository } from './GitRepository';

interface GroupKind {
  group: string;
  kind: string;
  /** Narrows the entry to objects of that name; of kinds without a namespace only. */
  name?: string;
}

/** The parts of an Argo CD AppProject that the engine enforces. */
export interface AppProject extends KubernetesObject {
  spec: {
    sourceRepos?: string[];
    destinations?: { name?: string; server?: string; namespace?: string }[];
    clusterResourceWhitelist?: GroupKind[];
    namespaceResourceWhitelist?: GroupKind[];
    namespaceResourceBlacklist?: GroupKind[];
  };
}

/** Where an Application deploys to, resolved against the clusters that the engine knows. */
export interface Destination {
  name: string;
  server: string;
  namespace: string;
}

/** Says why the project does not permit the Application; undefined when it does. */
export function explainForbiddenApplication(
  spec: ApplicationSpec,
  destination: Destination,
  project: AppProject,
): string | undefined {
  const repository = sourcesOf(spec)
    .map(source => source.repoURL)
    .find(url => !permitsRepository(project, url));
  if (repository !== undefined) {
    return `application repo ${repository} is not permitted in project '${spec.project}'`;
  }
  if (!permitsDestination(project, destination)) {
    return `application destination server '${destination.server}' and namespace '${destination.namespace}' do not match any of the allowed destinations in project '${spec.project}'`;
  }
  return undefined;
}

/** Whether objects of the kind may be applied, to the namespace if they are in one. */
export function permitsObject(
  project: AppProject,
  destination: Destination,
  object: { group: string; kind: string; namespace?: string; name: string },
): boolean {
  const { spec } = project;
  const listed = (list: GroupKind[]) =>
    list.some(
      ({ group, kind, name = '*' }) =>
        wildcard(group).test(object.group) &&
        wildcard(kind).test(object.kind) &&
        wildcard(name).test(object.name),
    );
  if (object.namespace === undefined) {
    return listed(spec.clusterResourceWhitelist ?? []);
  }
  return (
    permitsDestination(project, {
      ...destination,
      namespace: object.namespace,
    }) &&
    listed(spec.namespaceResourceWhitelist ?? [{ group: '*', kind: '*' }]) &&
    !listed(spec.namespaceResourceBlacklist ?? [])
  );
}

function permitsRepository({ spec }: AppProject, url: string): boolean {
  return (spec.sourceRepos ?? []).some(
    pattern => sameRepository(pattern, url) || wildcard(pattern).test(url),
  );
}

function permitsDestination(
  { spec }: AppProject,
  destination: Destination,
): boolean {
  return (spec.destinations ?? []).some(
    ({ name, server, namespace = '' }) =>
      (matches(name, destination.name) ||
        matches(server, destination.server)) &&
      matches(namespace, destination.namespace),
  );
}

function matches(pattern: string | undefined, value: string): boolean {
  return Boolean(pattern) && wildcard(pattern!).test(value);
}

function wildcard(pattern: string): RegExp {
  const literal = pattern.replace(/[.+^$()|[\]{}?\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\*/g, '.*')}$`);
}
