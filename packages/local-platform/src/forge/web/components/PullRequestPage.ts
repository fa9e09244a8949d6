import { Fragment, h } from 'preact';
import { PullRequest } from '../../core/pullRequests/readPullRequest';
import { CommentRecord } from '../../core/records';
import { ChangedFile } from '../../git/diffs';
import { renderMarkdown } from '../renderMarkdown';
import { PageFrame } from '../WebContext';
import { Diff } from './Diff';
import { Layout } from './Layout';
import { MergeBox, MergeBoxProps } from './MergeBox';
import { StateBadge } from './StateBadge';
import { Time } from './Time';

/** One pull request: what it is, whether it can be merged, and what it changes. */
export function PullRequestPage(
  props: MergeBoxProps & {
    comments: CommentRecord[];
    files: ChangedFile[];
    diff: string;
  },
) {
  const { frame, pull, comments, files, diff } = props;
  return h(
    Layout,
    { frame, title: `${pull.title} #${pull.number}` },
    h(Heading, { frame, pull }),
    pull.body ? h(Markdown, { source: pull.body }) : null,
    h(MergeBox, props),
    comments.map(comment => h(Comment, { key: comment.id, comment })),
    h(Diff, { files, diff }),
  );
}

function Heading({ frame, pull }: { frame: PageFrame; pull: PullRequest }) {
  const open = pull.state === 'open';
  const branch = (name: string, ref: string) =>
    h('a', { href: frame.urls.source(ref, '') }, h('code', null, name));
  return h(
    Fragment,
    null,
    h(
      'h1',
      null,
      `${pull.title} `,
      h('span', { class: 'muted' }, `#${pull.number}`),
    ),
    h(
      'p',
      null,
      h(StateBadge, { pull }),
      ` ${pull.author} ${open ? 'wants' : 'wanted'} to merge `,
      branch(pull.head, open ? pull.head : pull.headCommit),
      ' into ',
      branch(pull.base, pull.base),
      ' · opened ',
      h(Time, { at: pull.createdAt }),
    ),
  );
}

function Comment({ comment }: { comment: CommentRecord }) {
  return h(
    'article',
    { id: `issuecomment-${comment.id}` },
    h(
      'p',
      { class: 'muted' },
      `${comment.author} commented, `,
      h(Time, { at: comment.createdAt }),
    ),
    h(Markdown, { source: comment.body }),
  );
}

function Markdown({ source }: { source: string }) {
  return h('div', {
    class: 'markdown',
    // renderMarkdown has sanitised it.
    dangerouslySetInnerHTML: { __html: renderMarkdown(source) },
  });
}
