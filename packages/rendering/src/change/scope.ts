import { TenantOperation } from '../template';
import { isTenantFile } from './isTenantFile';

/** Contents by path. */
export type Contents = ReadonlyMap<string, string>;

/** What a change starts from, and what it leads to; of the same parts of the tenant. */
export interface ChangeScope {
  /** What is taken to be there: where it is the same as `to`, the change has no business. */
  from: Contents;
  to: Contents;
  /** What the repository ought to have. */
  expected: Contents;
}

/** Everything the scope of a change is found from. */
export interface ScopeInput {
  operation: TenantOperation;
  client: string;
  /** Names of the environments that the change is about. */
  environments: readonly string[];
  /** Names of the tenant's other environments. */
  others: readonly string[];
  /** The tenant's files as the template renders them before and after the change. */
  before: Contents;
  after: Contents;
  /** The tenant's files as the repository has them. */
  repository: Contents;
  /** Whether this version of the template wrote the files of the environments. */
  isWrittenByTemplate: boolean;
}

/** Finds what a change is about; further files of the tenant are left alone. */
export function scopeOf(input: ScopeInput): ChangeScope {
  const { operation, before, after } = input;
  switch (operation) {
    case 'update':
      return scopeOfUpdate(input);
    case 'remove':
      return scopeOfRemoval(input);
    default:
      // What differs between the two renderings, and nothing else.
      return { from: before, to: after, expected: before };
  }
}

/**
 * An update is what differs between the repository and the template. A file that the template does
 * not write counts as the tenant's in an environment's folder and in the hub.
 */
function scopeOfUpdate(input: ScopeInput): ChangeScope {
  const { before, after, repository, isWrittenByTemplate } = input;
  const to = filter(after, path => !isIn(input, input.others, path));
  const from = filter(
    repository,
    path =>
      to.has(path) ||
      isIn(input, input.environments, path) ||
      path.startsWith('hub/'),
  );
  // What an earlier version of the template wrote cannot be told from what was changed by hand.
  const written = filter(from, path => to.has(path));
  return { from, to, expected: isWrittenByTemplate ? before : written };
}

/** A removal leaves no file behind, whoever wrote it. */
function scopeOfRemoval(input: ScopeInput): ChangeScope {
  const { client, environments, before, after, repository } = input;
  const isGone = (path: string) =>
    after.size === 0
      ? isTenantFile(path, client)
      : isIn(input, environments, path);
  const from = new Map([
    ...filter(before, path => !isGone(path)),
    ...filter(repository, isGone),
  ]);
  return { from, to: after, expected: from };
}

/** Whether a file is in the folder of one of the environments. */
function isIn(
  { client }: ScopeInput,
  environments: readonly string[],
  path: string,
): boolean {
  return environments.some(environment =>
    path.startsWith(`clients/${client}/${environment}/`),
  );
}

function filter(
  contents: Contents,
  wanted: (path: string) => boolean,
): Contents {
  return new Map([...contents].filter(([path]) => wanted(path)));
}
