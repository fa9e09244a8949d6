import { h } from 'preact';
import { Commit } from '../../git/commits';
import { ChangedFile } from '../../git/diffs';
import { PageFrame } from '../WebContext';
import { CommitLink } from './CommitLink';
import { Diff } from './Diff';
import { Layout } from './Layout';
import { Time } from './Time';

/** One commit and what it changed. */
export function CommitPage(props: {
  frame: PageFrame;
  commit: Commit;
  files: ChangedFile[];
  diff: string;
}) {
  const { frame, commit, files, diff } = props;
  const [title, ...rest] = commit.message.split('\n');
  const message = rest.join('\n').trim();
  return h(
    Layout,
    { frame, title },
    h('h1', null, title),
    message ? h('pre', { class: 'message' }, message) : null,
    h(
      'p',
      { class: 'muted' },
      `${commit.author.name} committed on `,
      h(Time, { at: commit.committer.date }),
      ' · ',
      h('code', null, commit.id),
      commit.parents.map(id =>
        h(
          'span',
          { key: id },
          ' · parent ',
          h(CommitLink, { id, urls: frame.urls }),
        ),
      ),
    ),
    h(
      'p',
      null,
      h('a', { href: frame.urls.source(commit.id, '') }, 'Browse files'),
    ),
    h(Diff, { files, diff }),
  );
}
