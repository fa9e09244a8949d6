import { Request, Response, Router } from 'express';
import { ForgeContext } from '../../core/ForgeContext';
import { readBlob } from '../../git/blobs';
import { readCommits } from '../../git/commits';
import { assertRepositoryPath } from '../../git/names';
import { resolveCommit } from '../../git/references';
import { readEntry, readFolder, TreeEntry } from '../../git/trees';
import { answerUnchanged } from '../../http/answerUnchanged';
import { wildcardOf } from '../../http/parameters';
import { toContents } from '../shapes/contents';

const maximumInlineBytes = 10 * 1024 * 1024;

/** Reads files and folders. */
export function addContentsRoutes(router: Router, context: ForgeContext): void {
  router.get(['/contents', '/contents/*'], async (request, response) => {
    const path = wildcardOf(request).replace(/\/$/, '');
    await sendContents(context, path, request, response);
  });
}

async function sendContents(
  context: ForgeContext,
  path: string,
  request: Request,
  response: Response,
): Promise<void> {
  const { git, repository } = context;
  const ref = String(request.query.ref || repository.defaultBranch);
  if (path) assertRepositoryPath(path);
  const commit = await resolveCommit(git, ref);
  const entry = path ? await readEntry(git, commit, path) : undefined;
  if (entry?.type === 'blob') {
    if (answerUnchanged(request, response, entry.id)) return;
    await sendFile(context, { entry, ref, commit }, response);
  } else {
    const entries = await readFolder(git, commit, path);
    response.json(entries.map(it => toContents(context, it, { ref })));
  }
}

async function sendFile(
  context: ForgeContext,
  { entry, ref, commit }: { entry: TreeEntry; ref: string; commit: string },
  response: Response,
): Promise<void> {
  const { git } = context;
  const [last] = await readCommits(git, {
    from: commit,
    path: entry.path,
    limit: 1,
  });
  const content =
    entry.size <= maximumInlineBytes
      ? await readBlob(git, entry.id)
      : undefined;
  const lastCommit = { id: last.id, date: last.committer.date };
  response
    .set('Last-Modified', new Date(last.committer.date).toUTCString())
    .json(toContents(context, entry, { ref, content, lastCommit }));
}
