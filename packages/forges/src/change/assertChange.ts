import { InputError } from '@backstage/errors';
import { FileChange } from '@tenantry/plugin-tenants-common';
import { ProposedChange } from '../Forge';

/** Files in one change. */
export const maximumFiles = 500;

const maximumFileBytes = 1024 * 1024;
const maximumTotalBytes = 10 * 1024 * 1024;
const maximumPathLength = 500;
const branchPattern = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)+$/;

/**
 * Refuses a change that no forge should be asked for.
 *
 * @param base - the registry's branch
 * @throws InputError that names the value and the rule.
 */
export function assertChange(change: ProposedChange, base: string): void {
  if (!branchPattern.test(change.branch) || change.branch === base) {
    throw new InputError(
      `A change cannot be proposed on the branch "${change.branch}"; it needs one of its own, such as tenantry/new-client/acme-01.`,
    );
  }
  if (change.files.length === 0 || change.files.length > maximumFiles) {
    throw new InputError(
      `The change has ${change.files.length} files; a change has 1 to ${maximumFiles}.`,
    );
  }
  const paths = new Set<string>();
  for (const file of change.files) {
    assertFile(file);
    if (paths.has(file.path)) {
      throw new InputError(`The change names ${file.path} twice.`);
    }
    paths.add(file.path);
  }
  assertTotal(change.files);
}

function assertFile({ path, operation, content }: FileChange): void {
  if (!isSafePath(path)) {
    throw new InputError(
      `The change names the path "${path}"; it must be relative, with forward slashes and plain names.`,
    );
  }
  if ((operation === 'delete') !== (content === undefined)) {
    throw new InputError(
      `The change has the operation "${operation}" for ${path}, which does not fit its content.`,
    );
  }
  if (bytesOf(content) > maximumFileBytes) {
    throw new InputError(
      `${path} has ${bytesOf(
        content,
      )} bytes; a file of a change has at most ${maximumFileBytes}.`,
    );
  }
}

function assertTotal(files: readonly FileChange[]): void {
  const total = files.reduce((sum, { content }) => sum + bytesOf(content), 0);
  if (total > maximumTotalBytes) {
    throw new InputError(
      `The files of the change have ${total} bytes; they have at most ${maximumTotalBytes} together.`,
    );
  }
}

function bytesOf(content: string | undefined): number {
  return content === undefined ? 0 : Buffer.byteLength(content);
}

function isSafePath(path: string): boolean {
  return (
    path.length <= maximumPathLength &&
    // eslint-disable-next-line no-control-regex -- that they are refused is the point
    !/[\u0000-\u001f\u007f\\]/.test(path) &&
    path
      .split('/')
      .every(name => !['', '.', '..'].includes(name) && !/^\.git$/i.test(name))
  );
}
