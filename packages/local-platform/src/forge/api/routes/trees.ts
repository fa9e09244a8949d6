import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { NotFoundError } from '@backstage/errors';
import { Request, Response, Router } from 'express';
import { ForgeContext } from '../../core/ForgeContext';
import { answerUnchanged } from '../../http/answerUnchanged';
import { wildcardOf } from '../../http/parameters';
import { resolveCommit } from '../../git/references';
import { readAllEntries, readFolder, TreeEntry } from '../../git/trees';
import { pageOf, slice } from '../pagination';
import { createUrls } from '../urls';

const archiveSuffix = '.tar.gz';

/** Serves the tree of a commit, as a list and as an archive. */
export function addTreeRoutes(router: Router, context: ForgeContext): void {
  router.get('/git/trees/*', async (request, response) => {
    const ref = wildcardOf(request);
    await sendTree(context, ref, request, response);
  });

  router.get('/archive/*', async (request, response) => {
    const file = wildcardOf(request);
    if (!file.endsWith(archiveSuffix)) {
      throw new NotFoundError('Only .tar.gz archives are served.');
    }
    const ref = file.slice(0, -archiveSuffix.length);
    await sendArchive(context, ref, request, response);
  });
}

async function sendTree(
  context: ForgeContext,
  ref: string,
  request: Request,
  response: Response,
): Promise<void> {
  const { git } = context;
  const commit = await resolveCommit(git, ref);
  const recursive = ['true', '1'].includes(String(request.query.recursive));
  const entries = recursive
    ? await readAllEntries(git, commit, { folders: true })
    : await readFolder(git, commit);
  const page = pageOf(request, 'per_page');
  const urls = createUrls(context);
  response.json({
    sha: commit,
    url: `${urls.api}/git/trees/${commit}`,
    tree: slice(entries, page).map(entry => toGitEntry(urls.api, entry)),
    truncated: page.skip + page.limit < entries.length,
    page: page.page,
    total_count: entries.length,
  });
}

function toGitEntry(api: string, { path, mode, type, id, size }: TreeEntry) {
  const url = `${api}/git/${type}s/${id}`;
  return { path, mode, type, size, sha: id, url };
}

/** Compressed here: git before 2.38 would start a gzip command that may not exist. */
async function sendArchive(
  { git, repository }: ForgeContext,
  ref: string,
  request: Request,
  response: Response,
): Promise<void> {
  const commit = await resolveCommit(git, ref);
  if (answerUnchanged(request, response, commit)) return;
  response
    .attachment(`${repository.name}-${commit.slice(0, 10)}${archiveSuffix}`)
    .type('application/gzip');
  const prefix = `--prefix=${repository.name.toLowerCase()}/`;
  const archive = git.start(['archive', '--format=tar', prefix, commit]);
  await Promise.all([
    archive,
    pipeline(archive.stdout!, createGzip(), response),
  ]);
}
