import { posix } from 'node:path';
import { h } from 'preact';
import { Commit } from '../../git/commits';
import { TreeEntry } from '../../git/trees';
import { Source } from '../findSource';
import { PageFrame } from '../WebContext';
import { Breadcrumbs } from './Breadcrumbs';
import { CommitLink } from './CommitLink';
import { Layout } from './Layout';
import { Time } from './Time';

/** The entries of a folder, folders first. */
export function FolderPage(props: {
  frame: PageFrame;
  source: Source;
  commit: Commit;
  entries: TreeEntry[];
}) {
  const { frame, source, commit, entries } = props;
  const folders = entries.filter(entry => entry.type === 'tree');
  const files = entries.filter(entry => entry.type !== 'tree');
  return h(
    Layout,
    { frame, title: source.path || 'Files' },
    h(Breadcrumbs, { frame, source }),
    h(
      'p',
      { class: 'latest' },
      h(CommitLink, { id: commit.id, urls: frame.urls }),
      h('span', null, commit.message.split('\n')[0]),
      h('span', { class: 'muted' }, commit.author.name, ', '),
      h(Time, { at: commit.committer.date }),
    ),
    h(
      'ul',
      { class: 'entries' },
      [...folders, ...files].map(entry =>
        h(Entry, { key: entry.path, frame, source, entry }),
      ),
    ),
  );
}

function Entry(props: { frame: PageFrame; source: Source; entry: TreeEntry }) {
  const { frame, source, entry } = props;
  const folder = entry.type === 'tree';
  const name = posix.basename(entry.path);
  return h(
    'li',
    null,
    h(
      'a',
      { href: frame.urls.source(source.ref, entry.path) },
      folder ? h('strong', null, `${name}/`) : name,
    ),
    folder ? null : h('span', { class: 'muted' }, `${entry.size} B`),
  );
}
