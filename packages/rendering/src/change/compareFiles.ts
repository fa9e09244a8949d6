import { FileChange } from '@tenantry/plugin-tenants-common';
import { ChangeScope, Contents } from './scope';

/**
 * Lists what has to be done to the repository's files, in the order of their paths. A file that is
 * the same before and after is left alone, whatever the repository holds.
 */
export function compareFiles(
  { from, to }: Pick<ChangeScope, 'from' | 'to'>,
  repository: Contents,
): FileChange[] {
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .filter(path => from.get(path) !== to.get(path))
    .flatMap(path => fileChange(path, repository.get(path), to.get(path)));
}

function fileChange(
  path: string,
  previousContent: string | undefined,
  content: string | undefined,
): FileChange[] {
  if (previousContent === content) {
    return [];
  }
  if (previousContent === undefined) {
    return [{ path, operation: 'create', content }];
  }
  return content === undefined
    ? [{ path, operation: 'delete', previousContent }]
    : [{ path, operation: 'update', content, previousContent }];
}
