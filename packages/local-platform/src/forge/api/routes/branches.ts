import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { Router } from 'express';
import { z } from 'zod';
import { ForgeContext } from '../../core/ForgeContext';
import { readCommit } from '../../git/commits';
import { assertBranchName, noCommit } from '../../git/names';
import {
  branchReference,
  findBranch,
  readBranches,
  resolveCommit,
  updateReferences,
} from '../../git/references';
import { userOf } from '../../http/authentication';
import { wildcardOf } from '../../http/parameters';
import { parseBody } from '../body';
import { pageOf, sendPage, slice } from '../pagination';
import { toBranch } from '../shapes/branch';

const newBranchSchema = z.object({
  new_branch_name: z.string().min(1),
  old_branch_name: z.string().min(1).optional(),
  old_ref_name: z.string().min(1).optional(),
});

/** Lists, reads, creates and deletes branches. */
export function addBranchRoutes(router: Router, context: ForgeContext): void {
  const { git, writes, repository } = context;

  router.get('/branches', async (request, response) => {
    const branches = [...(await readBranches(git))];
    const shown = slice(branches, pageOf(request)).map(async ([name, id]) =>
      toBranch(context, name, await readCommit(git, id)),
    );
    sendPage(response, await Promise.all(shown), branches.length);
  });

  router.get('/branches/*', async (request, response) => {
    const name = wildcardOf(request);
    const commit = await requireBranch(context, name);
    response.json(toBranch(context, name, await readCommit(git, commit)));
  });

  router.post('/branches', async (request, response) => {
    const body = parseBody(newBranchSchema, request.body);
    const name = body.new_branch_name;
    const from =
      body.old_ref_name ?? body.old_branch_name ?? repository.defaultBranch;
    assertBranchName(name);
    const commit = await writes.run(userOf(response).login, () =>
      createBranch(context, name, from),
    );
    response
      .status(201)
      .json(toBranch(context, name, await readCommit(git, commit)));
  });

  router.delete('/branches/*', async (request, response) => {
    await writes.run(userOf(response).login, () =>
      deleteBranch(context, wildcardOf(request)),
    );
    response.status(204).end();
  });
}

async function requireBranch(
  { git }: ForgeContext,
  name: string,
): Promise<string> {
  const commit = await findBranch(git, name);
  if (!commit) throw new NotFoundError("The target couldn't be found.");
  return commit;
}

async function createBranch(
  { git }: ForgeContext,
  name: string,
  from: string,
): Promise<string> {
  const commit = await resolveCommit(git, from);
  if (await findBranch(git, name)) {
    throw new ConflictError('The branch already exists.');
  }
  await updateReferences(git, [
    { reference: branchReference(name), before: noCommit, after: commit },
  ]);
  return commit;
}

async function deleteBranch(
  context: ForgeContext,
  name: string,
): Promise<void> {
  const before = await requireBranch(context, name);
  if (name === context.repository.defaultBranch) {
    throw new NotAllowedError('can not delete default branch');
  }
  await updateReferences(context.git, [
    { reference: branchReference(name), before, after: noCommit },
  ]);
}
