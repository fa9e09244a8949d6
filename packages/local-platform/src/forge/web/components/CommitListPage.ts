import { h } from 'preact';
import { Commit } from '../../git/commits';
import { PageFrame } from '../WebContext';
import { CommitLink } from './CommitLink';
import { Layout } from './Layout';
import { Pager } from './Pager';
import { Time } from './Time';

/** The history of a branch, newest first. */
export function CommitListPage(props: {
  frame: PageFrame;
  branch: string;
  commits: Commit[];
  page: number;
  hasMore: boolean;
}) {
  const { frame, branch, commits, page, hasMore } = props;
  return h(
    Layout,
    { frame, title: `Commits of ${branch}` },
    h('h1', null, 'Commits of ', h('span', { class: 'badge' }, branch)),
    h(
      'ul',
      { class: 'entries' },
      commits.map(commit => h(CommitItem, { key: commit.id, frame, commit })),
    ),
    h(Pager, { page, hasMore }),
  );
}

function CommitItem({ frame, commit }: { frame: PageFrame; commit: Commit }) {
  return h(
    'li',
    null,
    h(
      'span',
      null,
      h('strong', null, commit.message.split('\n')[0]),
      h('br', null),
      h(
        'span',
        { class: 'muted' },
        commit.author.name,
        ', ',
        h(Time, { at: commit.committer.date }),
      ),
    ),
    h(CommitLink, { id: commit.id, urls: frame.urls }),
  );
}
