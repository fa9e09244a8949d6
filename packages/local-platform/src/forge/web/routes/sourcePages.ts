import { Response, Router } from 'express';
import { h } from 'preact';
import { readBlob } from '../../git/blobs';
import { readCommits } from '../../git/commits';
import { readEntry, readFolder, TreeEntry } from '../../git/trees';
import { wildcardOf } from '../../http/parameters';
import { FilePage } from '../components/FilePage';
import { FolderPage } from '../components/FolderPage';
import { findSource, Source } from '../findSource';
import { sendPage } from '../renderPage';
import { readFrame, WebContext } from '../WebContext';

const maximumTextBytes = 1024 * 1024;

/** Pages of files and folders. */
export function addSourcePages(router: Router, web: WebContext): void {
  const { git, repository, urls } = web;

  const show = async (source: Source, response: Response) => {
    const entry = source.path
      ? await readEntry(git, source.commit, source.path)
      : undefined;
    if (entry?.type === 'blob') {
      const text = await readText(web, entry);
      const frame = readFrame(web);
      sendPage(
        response,
        h(FilePage, { frame, source, size: entry.size, text }),
      );
    } else {
      sendPage(response, h(FolderPage, await readFolderPage(web, source)));
    }
  };

  router.get('/', async (_request, response) => {
    const branch = repository.defaultBranch;
    await show(await findSource(git, 'branch', branch), response);
  });
  router.get('/src/:kind(branch|commit)/*', async (request, response) => {
    const address = wildcardOf(request);
    const source = await findSource(git, request.params.kind, address);
    await show(source, response);
  });
  // Backstage links here to edit a file; this forge only shows it.
  router.get('/_edit/:ref/*', (request, response) => {
    response.redirect(urls.source(request.params.ref, wildcardOf(request)));
  });
}

async function readFolderPage(web: WebContext, source: Source) {
  const path = source.path || undefined;
  const [[commit], entries] = await Promise.all([
    readCommits(web.git, { from: source.commit, path, limit: 1 }),
    readFolder(web.git, source.commit, source.path),
  ]);
  return { frame: readFrame(web), source, commit, entries };
}

async function readText(
  { git }: WebContext,
  entry: TreeEntry,
): Promise<string | undefined> {
  if (entry.size > maximumTextBytes) return undefined;
  const content = await readBlob(git, entry.id);
  return content.includes(0) ? undefined : content.toString('utf8');
}
