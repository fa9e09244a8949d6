import { NotFoundError } from '@backstage/errors';
import { findBranch, updateReferences } from '../../git/references';
import { PreconditionFailedError } from '../errors';
import { ForgeContext } from '../ForgeContext';
import { PullRequestEvent } from '../ForgeEvents';
import { PullRequestRecord } from '../records';
import { assertNotOpen } from './createPullRequest';
import { findRecord, pullReference } from './readPullRequest';

/** The part of the forge that keeping pull requests up to date needs. */
export type PullRequestContext = Pick<ForgeContext, 'git' | 'store' | 'events'>;

/** What shall be different; what is absent stays. */
export interface PullRequestEdit {
  title?: string;
  body?: string;
  state?: 'open' | 'closed';
}

/**
 * Changes title, description or state.
 *
 * @throws NotFoundError when it, or the branch of one to reopen, does not exist;
 * PreconditionFailedError when the state of a merged one shall change; ConflictError when another
 * is open for the same branches.
 */
export async function editPullRequest(
  context: PullRequestContext,
  number: number,
  edit: PullRequestEdit & { sender: string },
): Promise<void> {
  const record = findRecord(context, number);
  const { sender, ...changes } = edit;
  if (edit.state && record.merged) {
    throw new PreconditionFailedError(
      'cannot change state of this pull request, it was already merged',
    );
  }
  if (edit.state === 'open' && record.state === 'closed') {
    await prepareReopening(context, record);
  }
  await context.store.update(draft => {
    const now = new Date().toISOString();
    const target = draft.pullRequests.find(it => it.number === number)!;
    const closedAt = edit.state === 'closed' ? now : undefined;
    Object.assign(target, definedFields(changes), { updatedAt: now });
    if (edit.state) target.closedAt = closedAt;
  });
  const action = actionOf(record, edit);
  if (action) context.events.emit('pullRequest', { action, number, sender });
}

async function prepareReopening(
  context: PullRequestContext,
  record: PullRequestRecord,
): Promise<void> {
  assertNotOpen(context, record.head, record.base);
  const head = await findBranch(context.git, record.head);
  if (!head) {
    throw new NotFoundError(`branch does not exist [name: ${record.head}]`);
  }
  await updateReferences(context.git, [
    { reference: pullReference(record.number), after: head },
  ]);
}

function actionOf(
  before: PullRequestRecord,
  edit: PullRequestEdit,
): PullRequestEvent['action'] | undefined {
  if (edit.state && edit.state !== before.state) {
    return edit.state === 'closed' ? 'closed' : 'reopened';
  }
  const edited = edit.title !== undefined || edit.body !== undefined;
  return edited ? 'edited' : undefined;
}

function definedFields<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
