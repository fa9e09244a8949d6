import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { createCommit } from '../../git/createCommit';
import { branchReference, updateReferences } from '../../git/references';
import { ForgeUser } from '../../types';
import { ForgeContext, identityOf } from '../ForgeContext';
import { readPullRequest } from './readPullRequest';

/**
 * Merges the base into the branch of a pull request.
 *
 * @throws NotFoundError when it does not exist or is closed; InputError when the branch has all of
 * the base already; ConflictError when both sides disagree or the branch moved meanwhile.
 */
export async function updatePullRequest(
  context: ForgeContext,
  number: number,
  doer: ForgeUser,
): Promise<void> {
  const { git, mergeCheck } = context;
  const pull = await readPullRequest(context, number);
  const { headCommit, baseCommit } = pull;
  if (pull.state === 'closed' || !baseCommit) {
    throw new NotFoundError('The pull request is closed.');
  }
  if (pull.mergeBase === baseCommit) {
    throw new InputError(`The branch of pull request ${number} is up to date.`);
  }
  const { tree, conflicts = [] } = await mergeCheck.preview({
    base: baseCommit,
    head: headCommit,
  });
  if (!tree) {
    throw new ConflictError(
      `merge conflict: both branches change ${conflicts.join(', ')}`,
    );
  }
  const after = await createCommit(git, {
    tree,
    parents: [headCommit, baseCommit],
    author: identityOf(doer),
    committer: identityOf(doer),
    message: `Merge branch '${pull.base}' into ${pull.head}\n`,
  });
  await updateReferences(git, [
    { reference: branchReference(pull.head), before: headCommit, after },
  ]);
}
