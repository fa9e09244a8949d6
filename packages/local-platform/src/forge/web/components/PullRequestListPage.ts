import { h } from 'preact';
import { PullRequestRecord } from '../../core/records';
import { PageFrame } from '../WebContext';
import { Layout } from './Layout';
import { Pager } from './Pager';
import { StateBadge } from './StateBadge';
import { Time } from './Time';

/** Pull requests of one state, newest first. */
export function PullRequestListPage(props: {
  frame: PageFrame;
  state: 'open' | 'closed';
  pulls: PullRequestRecord[];
  page: number;
  hasMore: boolean;
}) {
  const { frame, state, pulls, page, hasMore } = props;
  const tab = (target: string, text: string) =>
    h(
      'a',
      {
        href: `?state=${target}`,
        'aria-current': target === state ? 'page' : undefined,
      },
      text,
    );
  return h(
    Layout,
    { frame, title: 'Pull requests' },
    h('h1', null, 'Pull requests'),
    h('p', { class: 'tabs' }, tab('open', 'Open'), tab('closed', 'Closed')),
    pulls.length === 0
      ? h('p', { class: 'notice' }, `No pull request is ${state}.`)
      : h(
          'ul',
          { class: 'entries' },
          pulls.map(pull =>
            h(PullRequestItem, { key: pull.number, frame, pull }),
          ),
        ),
    h(Pager, { page, hasMore, query: `state=${state}&` }),
  );
}

function PullRequestItem(props: { frame: PageFrame; pull: PullRequestRecord }) {
  const { frame, pull } = props;
  return h(
    'li',
    null,
    h(
      'span',
      null,
      h(
        'a',
        { href: frame.urls.pull(pull.number) },
        h('strong', null, pull.title),
      ),
      h('br', null),
      h(
        'span',
        { class: 'muted' },
        `#${pull.number} opened by ${pull.author}, `,
        h(Time, { at: pull.createdAt }),
      ),
    ),
    h(StateBadge, { pull }),
  );
}
