import { ConflictError, InputError, isError } from '@backstage/errors';
import { FileOperation } from '../change/planOperations';
import { Author } from '../Forge';
import { RestClient } from '../http/RestClient';

/** One commit of several files. */
export interface FilesCommit {
  /** Branch to commit to, or to start `new_branch` from. */
  branch: string;
  new_branch?: string;
  message: string;
  author: Author;
  operations: readonly FileOperation[];
}

/** How Gitea says, with 422, that a branch or a file is not what the caller saw. */
const movedPattern = /sha does not match|already exists|does not exist/i;

/**
 * Commits all operations, or none of them.
 *
 * @throws ConflictError when the branch moved meanwhile; InputError for an executable file, whose
 *   mode Gitea's API cannot write.
 */
export async function writeFiles(
  client: RestClient,
  { operations, ...commit }: FilesCommit,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.send({
      method: 'POST',
      path: '/contents',
      body: { ...commit, files: operations.map(toGiteaFile) },
      purpose: 'write the files',
      signal,
    });
  } catch (error) {
    if (
      isError(error) &&
      error.name === 'InputError' &&
      movedPattern.test(error.message)
    ) {
      throw new ConflictError(error.message);
    }
    throw error;
  }
}

function toGiteaFile(operation: FileOperation) {
  const { path, current } = operation;
  const sha = current && { sha: current.blob };
  if (operation.operation === 'delete') {
    return { operation: operation.operation, path, ...sha };
  }
  if (operation.mode !== '100644') {
    throw new InputError(
      `${path} is to be executable, which cannot be written through the API of Gitea.`,
    );
  }
  const content = Buffer.from(operation.content, 'utf8').toString('base64');
  return { operation: operation.operation, path, content, ...sha };
}
