import { posix } from 'node:path';
import { ForgeContext } from '../../core/ForgeContext';
import { isSymbolicLink, TreeEntry } from '../../git/trees';
import { createUrls } from '../urls';

/** What the shape of an entry shows beside the entry itself. */
export interface ContentsDetails {
  /** Branch or commit that the caller named. */
  ref: string;
  /** Content of a file; left out in listings and for files that are too large. */
  content?: Buffer;
  lastCommit?: { id: string; date: string };
}

/** A file, folder or link as Gitea's contents API shows it. */
export function toContents(
  context: ForgeContext,
  entry: TreeEntry,
  { ref, content, lastCommit }: ContentsDetails,
) {
  const urls = createUrls(context);
  const type = typeOf(entry);
  const url = urls.contents(ref, entry.path);
  const htmlUrl = urls.source(ref, entry.path);
  const gitUrl = `${urls.api}/git/${entry.type}s/${entry.id}`;
  return {
    name: posix.basename(entry.path),
    path: entry.path,
    sha: entry.id,
    last_commit_sha: lastCommit?.id ?? null,
    last_committer_date: lastCommit?.date ?? null,
    type,
    size: entry.size,
    encoding: type === 'file' && content ? 'base64' : null,
    content: type === 'file' && content ? content.toString('base64') : null,
    target: type === 'symlink' && content ? content.toString('utf8') : null,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: null,
    submodule_git_url: null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

function typeOf(entry: TreeEntry): 'file' | 'dir' | 'symlink' | 'submodule' {
  if (isSymbolicLink(entry)) return 'symlink';
  const types = { blob: 'file', tree: 'dir', commit: 'submodule' } as const;
  return types[entry.type];
}
