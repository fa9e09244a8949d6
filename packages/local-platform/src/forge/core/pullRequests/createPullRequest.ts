import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { findMergeBase } from '../../git/commits';
import { findBranch, updateReferences } from '../../git/references';
import { ForgeContext } from '../ForgeContext';
import { PullRequestRecord } from '../records';
import { pullReference } from './readPullRequest';

/** What a pull request is opened with. */
export interface NewPullRequest {
  title: string;
  body: string;
  /** Branch with the change; `owner:branch` is understood. */
  head: string;
  base: string;
  /** Login of the author. */
  author: string;
}

/**
 * Opens a pull request.
 *
 * @throws NotFoundError when a branch does not exist; InputError when it would be without a
 * change; ConflictError when one is open for the same branches.
 */
export async function createPullRequest(
  context: ForgeContext,
  request: NewPullRequest,
): Promise<PullRequestRecord> {
  const { git, store, events } = context;
  const head = withoutOwner(request.head, context.repository.owner);
  const headCommit = await assertChange(context, head, request.base);
  assertNotOpen(context, head, request.base);

  const number = store.records.lastNumber + 1;
  await updateReferences(git, [
    { reference: pullReference(number), after: headCommit },
  ]);
  const record = await store.update(draft => {
    const now = new Date().toISOString();
    const created: PullRequestRecord = {
      ...request,
      head,
      number,
      state: 'open',
      createdAt: now,
      updatedAt: now,
    };
    draft.lastNumber = number;
    draft.pullRequests.push(created);
    return created;
  });
  events.emit('pullRequest', {
    action: 'opened',
    number,
    sender: request.author,
  });
  return record;
}

/** @throws ConflictError when a pull request for the same branches is open. */
export function assertNotOpen(
  { store }: Pick<ForgeContext, 'store'>,
  head: string,
  base: string,
): void {
  const open = store.records.pullRequests.find(
    record =>
      record.state === 'open' && record.head === head && record.base === base,
  );
  if (open) {
    throw new ConflictError(
      `pull request already exists for these targets [id: ${open.number}, ` +
        `head_branch: ${head}, base_branch: ${base}]`,
    );
  }
}

function withoutOwner(head: string, owner: string): string {
  const prefix = `${owner}:`;
  return head.startsWith(prefix) ? head.slice(prefix.length) : head;
}

async function assertChange(
  { git }: ForgeContext,
  head: string,
  base: string,
): Promise<string> {
  const [headCommit, baseCommit] = await Promise.all([
    findBranch(git, head),
    findBranch(git, base),
  ]);
  if (!headCommit || !baseCommit) {
    const missing = headCommit ? base : head;
    throw new NotFoundError(`branch does not exist [name: ${missing}]`);
  }
  const mergeBase = await findMergeBase(git, baseCommit, headCommit);
  if (!mergeBase) {
    throw new InputError('The head and the base have no commit in common.');
  }
  if (mergeBase === headCommit) {
    throw new InputError('There are no changes between the head and the base.');
  }
  return headCommit;
}
