import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { ForgeContext } from '../../core/ForgeContext';
import { countCommits, readCommits } from '../../git/commits';
import { resolveCommit } from '../../git/references';
import { wildcardOf } from '../../http/parameters';
import { toCommit } from '../shapes/commit';

const maximumCommits = 50;

/** Compares two branches or commits: which commits the second has that the first has not. */
export function addCompareRoutes(router: Router, context: ForgeContext): void {
  const { git } = context;

  router.get('/compare/*', async (request, response) => {
    const [base, head, ...rest] = wildcardOf(request).split('...');
    if (!base || !head || rest.length > 0) {
      throw new NotFoundError("The target couldn't be found.");
    }
    const range = {
      from: await resolveCommit(git, head),
      notIn: await resolveCommit(git, base),
    };
    const commits = await readCommits(git, { ...range, limit: maximumCommits });
    response.json({
      total_commits: await countCommits(git, range),
      commits: commits.map(commit => toCommit(context, commit)),
    });
  });
}
