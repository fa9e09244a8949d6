import { ConflictError, InputError } from '@backstage/errors';
import { ChangedFile, MergedChange } from '@tenantry/forges';
import { FileChange } from '@tenantry/plugin-tenants-common';
import { RepositoryFile, tenantOfPath } from '@tenantry/plugin-tenants-node';

/**
 * Makes the change that takes a merged one back.
 *
 * @param options.client - the tenant whose files it may touch
 * @param options.existing - all files of that tenant as they are now
 * @throws InputError that names the files of others.
 * @throws ConflictError that names every file that was changed since.
 */
export function inverseOf(
  { pullRequest, files }: MergedChange,
  options: { client: string; existing: readonly RepositoryFile[] },
): FileChange[] {
  const { client, existing } = options;
  const start = `The pull request ${pullRequest.number} cannot be reverted`;
  const others = files.filter(({ path }) => tenantOfPath(path) !== client);
  if (others.length > 0) {
    throw new InputError(
      `${start} for ${client}: it changes files that are not ${client}'s alone: ${pathsOf(
        others,
      )}.`,
    );
  }
  const contents = new Map(
    existing.map(({ path, content }) => [path, content]),
  );
  const changedSince = files.filter(
    ({ path, after }) => contents.get(path) !== after,
  );
  if (changedSince.length > 0) {
    throw new ConflictError(
      `${start}: these files were changed since: ${pathsOf(
        changedSince,
      )}. Revert the later changes first, or make the wanted change with its form.`,
    );
  }
  return files.map(toInverse);
}

function toInverse({ path, before, after }: ChangedFile): FileChange {
  const previous = after === undefined ? {} : { previousContent: after };
  if (before === undefined) {
    return { path, operation: 'delete', ...previous };
  }
  const operation = after === undefined ? 'create' : 'update';
  return { path, operation, content: before, ...previous };
}

function pathsOf(files: readonly ChangedFile[]): string {
  return files.map(({ path }) => path).join(', ');
}
