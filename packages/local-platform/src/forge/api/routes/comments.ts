import { Router } from 'express';
import { z } from 'zod';
import { ForgeContext } from '../../core/ForgeContext';
import { findRecord } from '../../core/pullRequests/readPullRequest';
import { CommentRecord } from '../../core/records';
import { userOf } from '../../http/authentication';
import { numberOf } from '../../http/parameters';
import { parseBody } from '../body';
import { pageOf, sendPage, slice } from '../pagination';
import { toComment } from '../shapes/pullRequest';

const newCommentSchema = z.object({ body: z.string().min(1).max(65_536) });

/** Reads and adds comments of pull requests, which Gitea counts among the issues. */
export function addCommentRoutes(router: Router, context: ForgeContext): void {
  const { store, writes } = context;

  router.get('/issues/:number/comments', (request, response) => {
    const { number } = findRecord(context, numberOf(request.params.number));
    const comments = store.records.comments.filter(
      comment => comment.pullRequest === number,
    );
    const items = slice(comments, pageOf(request)).map(comment =>
      toComment(context, comment),
    );
    sendPage(response, items, comments.length);
  });

  router.post('/issues/:number/comments', async (request, response) => {
    const { body } = parseBody(newCommentSchema, request.body);
    const { number } = findRecord(context, numberOf(request.params.number));
    const author = userOf(response).login;
    const comment = await writes.run(author, () =>
      addComment(context, { pullRequest: number, author, body }),
    );
    response.status(201).json(toComment(context, comment));
  });
}

async function addComment(
  { store }: ForgeContext,
  comment: Pick<CommentRecord, 'pullRequest' | 'author' | 'body'>,
): Promise<CommentRecord> {
  return store.update(draft => {
    draft.lastId += 1;
    const createdAt = new Date().toISOString();
    const created = { ...comment, id: draft.lastId, createdAt };
    draft.comments.push(created);
    return created;
  });
}
