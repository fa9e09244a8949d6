import { ConflictError, isError } from '@backstage/errors';
import { ProposedChange, PullRequest } from '../Forge';
import { RepositoryApi } from '../RepositoryApi';
import { assertChange } from './assertChange';
import { FileOperation, isDone, planOperations } from './planOperations';
import { readFileInfos } from './readFileInfos';

const maximumAttempts = 3;

/** Proposes a change, as `Forge.proposeChange` tells. */
export async function proposeChange(
  api: RepositoryApi,
  change: ProposedChange,
  signal?: AbortSignal,
): Promise<PullRequest> {
  assertChange(change, api.branch);
  const open = await api.pullRequests.findOpen(change.branch, signal);
  if (open) {
    return update(api, change, open, signal);
  }
  try {
    await write(api, change, undefined, signal);
    return await api.pullRequests.open(change, signal);
  } catch (error) {
    return takeBack(api, change, error);
  }
}

async function update(
  api: RepositoryApi,
  change: ProposedChange,
  open: PullRequest,
  signal?: AbortSignal,
): Promise<PullRequest> {
  await write(api, change, open, signal);
  return api.pullRequests.edit(open.number, change, signal);
}

/** Others may write to the repository at the same time, so a conflict is worth another look. */
async function write(
  api: RepositoryApi,
  change: ProposedChange,
  open: PullRequest | undefined,
  signal?: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const base = await api.readBase(signal);
    const operations = await planChange(api, change, base, signal);
    if (open && (await isCurrent(api, change, open, base, signal))) {
      return;
    }
    try {
      const { branch, title: message, author } = change;
      await api.writeBranch(
        { branch, base, message, author, operations, open },
        signal,
      );
      return;
    } catch (error) {
      if (!isConflict(error) || attempt === maximumAttempts) {
        throw error;
      }
    }
  }
}

async function planChange(
  api: RepositoryApi,
  { files }: ProposedChange,
  base: string,
  signal?: AbortSignal,
): Promise<FileOperation[]> {
  const paths = files.map(({ path }) => path);
  const infos = await readFileInfos(api, base, paths, signal);
  const operations = planOperations(files, infos);
  if (operations.length === 0) {
    throw new ConflictError(
      `The branch ${api.branch} of the repository holds this change already; there is nothing to propose.`,
    );
  }
  return operations;
}

/** An open pull request that is exactly this change keeps its commit, and its approvals with it. */
async function isCurrent(
  api: RepositoryApi,
  { branch, files }: ProposedChange,
  open: PullRequest,
  base: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const state = await api.compareBranch(open, base, signal);
  const paths = files.map(({ path }) => path);
  if (state.isBehind || !state.paths?.every(path => paths.includes(path))) {
    return false;
  }
  const infos = await readFileInfos(api, branch, paths, signal);
  return files.every(file => isDone(file, infos.get(file.path)));
}

/**
 * Leaves no branch behind whose pull request could not be opened. The forge may have done what it
 * did not get to confirm, and another run may have been faster, so it is asked first; a branch of
 * which nothing is known is left to the next run. What stopped the run must not stop this.
 */
async function takeBack(
  api: RepositoryApi,
  change: ProposedChange,
  error: unknown,
): Promise<PullRequest> {
  const { branch } = change;
  const found = await api.pullRequests
    .findOpen(branch)
    .then(open => ({ open }))
    .catch(() => undefined);
  if (found?.open) {
    return update(api, change, found.open);
  }
  if (found) {
    await api.deleteBranch(branch).catch(() => undefined);
  }
  throw error;
}

function isConflict(error: unknown): boolean {
  return isError(error) && error.name === 'ConflictError';
}
