import { z } from 'zod';
import { webhookEvents } from '../types';

const pullRequestSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  /** Login of the author. */
  author: z.string(),
  base: z.string(),
  head: z.string(),
  state: z.enum(['open', 'closed']),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().optional(),
  /** Set once it is merged. */
  merged: z
    .object({
      at: z.string(),
      /** Login of who merged it. */
      by: z.string(),
      /** The commit that the merge put on the base branch. */
      commit: z.string(),
      /** The common ancestor at that moment: what the diff starts from. */
      mergeBase: z.string(),
    })
    .optional(),
});

const commentSchema = z.object({
  id: z.number(),
  /** Number of the pull request. */
  pullRequest: z.number(),
  author: z.string(),
  body: z.string(),
  createdAt: z.string(),
});

const hookSchema = z.object({
  id: z.number(),
  url: z.string(),
  secret: z.string().optional(),
  events: z.array(z.enum(webhookEvents)),
  active: z.boolean(),
  createdAt: z.string(),
});

/** All that the forge remembers beside the repository. */
export const recordsSchema = z.object({
  lastNumber: z.number(),
  lastId: z.number(),
  pullRequests: z.array(pullRequestSchema),
  comments: z.array(commentSchema),
  hooks: z.array(hookSchema),
});

export type PullRequestRecord = z.infer<typeof pullRequestSchema>;
export type CommentRecord = z.infer<typeof commentSchema>;
export type HookRecord = z.infer<typeof hookSchema>;
export type Records = z.infer<typeof recordsSchema>;
