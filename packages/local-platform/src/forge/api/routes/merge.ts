import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { z } from 'zod';
import { ForgeContext } from '../../core/ForgeContext';
import { mergePullRequest } from '../../core/pullRequests/mergePullRequest';
import { updatePullRequest } from '../../core/pullRequests/updatePullRequest';
import { findRecord } from '../../core/pullRequests/readPullRequest';
import { userOf } from '../../http/authentication';
import { numberOf } from '../../http/parameters';
import { parseBody } from '../body';

const mergeSchema = z.object({
  Do: z.enum(['merge', 'squash']),
  MergeTitleField: z.string().max(255).optional(),
  MergeMessageField: z.string().max(65_536).optional(),
  head_commit_id: z.string().optional(),
  delete_branch_after_merge: z.boolean().default(false),
});

/** Gitea's other style, `rebase`, is left out. */
const updateStyleSchema = z.literal('merge');

/** Merges pull requests, and brings their branches up to date. */
export function addMergeRoutes(router: Router, context: ForgeContext): void {
  router.get('/pulls/:number/merge', (request, response) => {
    const record = findRecord(context, numberOf(request.params.number));
    if (!record.merged) throw new NotFoundError('It is not merged.');
    response.status(204).end();
  });

  router.post('/pulls/:number/merge', async (request, response) => {
    const body = parseBody(mergeSchema, request.body);
    const doer = userOf(response);
    await context.writes.run(doer.login, () =>
      mergePullRequest(context, numberOf(request.params.number), {
        style: body.Do,
        doer,
        title: body.MergeTitleField,
        message: body.MergeMessageField,
        expectedHead: body.head_commit_id,
        deleteBranch: body.delete_branch_after_merge,
      }),
    );
    response.status(200).end();
  });

  router.post('/pulls/:number/update', async (request, response) => {
    parseBody(updateStyleSchema, request.query.style || 'merge');
    const doer = userOf(response);
    await context.writes.run(doer.login, () =>
      updatePullRequest(context, numberOf(request.params.number), doer),
    );
    response.status(200).end();
  });
}
