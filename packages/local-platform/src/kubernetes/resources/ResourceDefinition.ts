import { KubernetesObject } from '../ObjectStore';

/** What a client may ask of a resource, in the words of the Kubernetes API. */
export type Verb =
  | 'create'
  | 'delete'
  | 'deletecollection'
  | 'get'
  | 'list'
  | 'patch'
  | 'update'
  | 'watch';

/** The verbs that change nothing. */
export const readVerbs: readonly Verb[] = ['get', 'list', 'watch'];

export const allVerbs: readonly Verb[] = [
  'create',
  'delete',
  'deletecollection',
  ...readVerbs,
  'patch',
  'update',
];

export type Subresource = 'status' | 'scale' | 'log';

/** What a table cell may hold. */
export type Cell = string | number | boolean | null;

/** One column of what `kubectl get` prints. */
export interface PrinterColumn {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  /** Shown by `kubectl get` always (0, the default) or with `-o wide` only (1). */
  priority?: 0 | 1;
  /** Where a custom resource keeps the value; its CustomResourceDefinition says so. */
  jsonPath?: string;
  /** @param now - the time to count an age from. */
  read(object: KubernetesObject, now: Date): Cell;
}

/** One kind of object that an API server serves. */
export interface ResourceDefinition {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames?: string[];
  namespaced: boolean;
  categories?: string[];
  subresources?: Subresource[];
  /** All verbs when absent. */
  verbs?: readonly Verb[];
  /** The columns after the name; the age alone when absent. */
  columns?: PrinterColumn[];
  /** True when a CustomResourceDefinition brings it along. */
  custom?: boolean;
  /** The group and version in which the same objects are kept, for a kind that has two. */
  sameAs?: { group: string; version: string };
}

/** The apiVersion of the objects of a definition, such as `v1` or `apps/v1`. */
export function apiVersionOf({
  group,
  version,
}: Pick<ResourceDefinition, 'group' | 'version'>): string {
  return group ? `${group}/${version}` : version;
}

/** The name that errors and access rules use, such as `pods` or `deployments.apps`. */
export function qualifiedResource({
  group,
  plural,
}: Pick<ResourceDefinition, 'group' | 'plural'>): string {
  return group ? `${plural}.${group}` : plural;
}
