import { isError } from '@backstage/errors';
import { FileOperation } from '../change/planOperations';
import { BranchCommit } from '../RepositoryApi';
import { GithubClient, GithubRepository } from './GithubClient';

/**
 * Makes a branch one commit on its base, whatever it held before. The tree is told as a difference
 * to the base's, with the contents in it, so that the cost depends on the files of the change only.
 */
export async function commitOnBranch(
  client: GithubClient,
  repository: GithubRepository,
  commit: BranchCommit,
  signal?: AbortSignal,
): Promise<void> {
  const request = { signal };
  const { base, message, author } = commit;
  const { tree: baseTree } = await client.send(
    'read the latest commit',
    ({ rest }) =>
      rest.git.getCommit({ ...repository, commit_sha: base, request }),
  );
  const tree = await client.send('write the files', ({ rest }) =>
    rest.git.createTree({
      ...repository,
      base_tree: baseTree.sha,
      tree: commit.operations.map(toTreeEntry),
      request,
    }),
  );
  const created = await client.send('write the commit', ({ rest }) =>
    rest.git.createCommit({
      ...repository,
      message,
      tree: tree.sha,
      parents: [base],
      author,
      request,
    }),
  );
  await pointBranch(client, repository, commit.branch, created.sha, signal);
}

async function pointBranch(
  client: GithubClient,
  repository: GithubRepository,
  branch: string,
  sha: string,
  signal?: AbortSignal,
): Promise<void> {
  const request = { signal };
  const purpose = `write the branch ${branch}`;
  try {
    await client.send(purpose, ({ rest }) =>
      rest.git.createRef({
        ...repository,
        ref: `refs/heads/${branch}`,
        sha,
        request,
      }),
    );
  } catch (error) {
    if (!isError(error) || !/already exists/i.test(error.message)) {
      throw error;
    }
    await client.send(purpose, ({ rest }) =>
      rest.git.updateRef({
        ...repository,
        ref: `heads/${branch}`,
        sha,
        force: true,
        request,
      }),
    );
  }
}

function toTreeEntry(operation: FileOperation) {
  const { path } = operation;
  const type = 'blob' as const;
  return operation.operation === 'delete'
    ? { path, type, mode: '100644' as const, sha: null }
    : { path, type, mode: operation.mode, content: operation.content };
}
