import { Router } from 'express';
import { z } from 'zod';
import { ForgeContext } from '../../core/ForgeContext';
import { createPullRequest } from '../../core/pullRequests/createPullRequest';
import { editPullRequest } from '../../core/pullRequests/editPullRequest';
import {
  completePullRequest,
  readPullRequest,
} from '../../core/pullRequests/readPullRequest';
import { readChangedFiles, readDiff, readPatch } from '../../git/diffs';
import { userOf } from '../../http/authentication';
import { numberOf } from '../../http/parameters';
import { parseBody } from '../body';
import { pageOf, sendPage, slice } from '../pagination';
import { toPullRequest, toPullRequestFile } from '../shapes/pullRequest';

const title = z.string().trim().min(1).max(255);
const body = z.string().max(65_536);

const newPullRequestSchema = z.object({
  head: z.string().min(1),
  base: z.string().min(1),
  title,
  body: body.default(''),
});

const editSchema = z.object({
  title: title.optional(),
  body: body.optional(),
  state: z.enum(['open', 'closed']).optional(),
});

const stateSchema = z.enum(['open', 'closed', 'all']).default('open');

const sortSchema = z.enum(['newest', 'recentupdate']).default('newest');

/** Lists, opens, reads and changes pull requests. */
export function addPullRequestRoutes(
  router: Router,
  context: ForgeContext,
): void {
  const { git, store, writes } = context;

  router.get('/pulls', async (request, response) => {
    const state = parseBody(stateSchema, request.query.state || 'open');
    const sort = parseBody(sortSchema, request.query.sort || 'newest');
    const records = store.records.pullRequests
      .filter(record => state === 'all' || record.state === state)
      .reverse();
    if (sort === 'recentupdate') {
      records.sort(
        (left, right) =>
          Date.parse(right.updatedAt) - Date.parse(left.updatedAt),
      );
    }
    const pulls = slice(records, pageOf(request)).map(async record =>
      toPullRequest(context, await completePullRequest(context, record)),
    );
    sendPage(response, await Promise.all(pulls), records.length);
  });

  router.post('/pulls', async (request, response) => {
    const opening = parseBody(newPullRequestSchema, request.body);
    const author = userOf(response).login;
    const record = await writes.run(author, () =>
      createPullRequest(context, { ...opening, author }),
    );
    const pull = await completePullRequest(context, record);
    response.status(201).json(toPullRequest(context, pull));
  });

  router.get(
    '/pulls/:number.:format(diff|patch)',
    async (request, response) => {
      const { number, format } = request.params;
      const pull = await readPullRequest(context, numberOf(number));
      const read = format === 'diff' ? readDiff : readPatch;
      const text = await read(git, pull.mergeBase, pull.headCommit);
      response.type('text').send(`${text}\n`);
    },
  );

  router.get('/pulls/:number', async (request, response) => {
    const pull = await readPullRequest(
      context,
      numberOf(request.params.number),
    );
    response.json(toPullRequest(context, pull));
  });

  router.patch('/pulls/:number', async (request, response) => {
    const edit = parseBody(editSchema, request.body);
    const number = numberOf(request.params.number);
    const sender = userOf(response).login;
    await writes.run(sender, () =>
      editPullRequest(context, number, { ...edit, sender }),
    );
    const pull = await readPullRequest(context, number);
    response.status(201).json(toPullRequest(context, pull));
  });

  router.get('/pulls/:number/files', async (request, response) => {
    const pull = await readPullRequest(
      context,
      numberOf(request.params.number),
    );
    const files = await readChangedFiles(git, pull.mergeBase, pull.headCommit);
    const items = slice(files, pageOf(request)).map(file =>
      toPullRequestFile(context, pull, file),
    );
    sendPage(response, items, files.length);
  });
}
