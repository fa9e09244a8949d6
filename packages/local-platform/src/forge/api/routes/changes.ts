import { InputError } from '@backstage/errors';
import { Response, Router } from 'express';
import { z } from 'zod';
import { changeFiles } from '../../core/changeFiles';
import { FileOperation } from '../../core/planEdits';
import { assertMayPush } from '../../core/protection';
import { ForgeContext, identityOf } from '../../core/ForgeContext';
import { readCommit } from '../../git/commits';
import { readAllEntries } from '../../git/trees';
import { userOf } from '../../http/authentication';
import { ForgeUser } from '../../types';
import { parseBody } from '../body';
import { toFileCommit } from '../shapes/commit';
import { toContents } from '../shapes/contents';

const maximumFiles = 1000;

const identitySchema = z.object({
  name: z.string().max(100).optional(),
  email: z.string().max(254).optional(),
});

const changeSchema = z.object({
  branch: z.string().optional(),
  new_branch: z.string().optional(),
  message: z.string().max(10_000).optional(),
  author: identitySchema.optional(),
  committer: identitySchema.optional(),
  files: z
    .array(
      z.object({
        operation: z.enum(['create', 'update', 'delete']),
        path: z.string(),
        content: z.string().optional(),
        sha: z.string().optional(),
      }),
    )
    .min(1)
    .max(maximumFiles),
});

type ChangeBody = z.infer<typeof changeSchema>;

/** Commits changes to any number of files at once. */
export function addChangeRoutes(router: Router, context: ForgeContext): void {
  router.post('/contents', async (request, response) => {
    const body = parseBody(changeSchema, request.body);
    await commitChange(context, body, response);
  });
}

async function commitChange(
  context: ForgeContext,
  body: ChangeBody,
  response: Response,
): Promise<void> {
  const { git, repository, writes, protections } = context;
  const user = userOf(response);
  const branch = body.branch || repository.defaultBranch;
  assertMayPush(protections, body.new_branch || branch, user.login);
  const commit = await writes.run(user.login, () =>
    changeFiles(git, {
      branch,
      newBranch: body.new_branch || undefined,
      operations: body.files.map(toOperation),
      message: body.message || defaultMessage(body),
      ...signaturesOf(body, user),
    }),
  );
  const ref = body.new_branch || branch;
  const written = new Set(body.files.map(file => file.path));
  const entries = (await readAllEntries(git, commit)).filter(entry =>
    written.has(entry.path),
  );
  response.status(201).json({
    files: entries.map(entry => toContents(context, entry, { ref })),
    commit: toFileCommit(context, await readCommit(git, commit)),
    verification: null,
  });
}

/** One of author and committer stands for the other; the caller stands for both. */
function signaturesOf({ author, committer }: ChangeBody, user: ForgeUser) {
  const own = identityOf(user);
  const given = [author, committer].map(identity =>
    identity?.name && identity.email
      ? { name: identity.name, email: identity.email }
      : undefined,
  );
  return {
    author: given[0] ?? given[1] ?? own,
    committer: given[1] ?? given[0] ?? own,
  };
}

function toOperation(file: ChangeBody['files'][number]): FileOperation {
  const { operation, path, sha, content } = file;
  return {
    operation,
    path,
    sha,
    content:
      operation === 'delete' ? undefined : decodeBase64(path, content ?? ''),
  };
}

function decodeBase64(path: string, content: string): Buffer {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) {
    throw new InputError(`content is not base64 [path: ${path}]`);
  }
  return Buffer.from(content, 'base64');
}

function defaultMessage({ files }: ChangeBody): string {
  const verbs = { create: 'Add', update: 'Update', delete: 'Delete' };
  return files
    .slice(0, 20)
    .map(({ operation, path }) => `${verbs[operation]} ${path}`)
    .join('\n');
}
