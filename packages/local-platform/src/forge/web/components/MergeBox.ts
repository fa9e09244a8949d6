import { h } from 'preact';
import { PullRequest } from '../../core/pullRequests/readPullRequest';
import { PageFrame } from '../WebContext';
import { CommitLink } from './CommitLink';
import { Time } from './Time';

/** What the merge box needs to know. */
export interface MergeBoxProps {
  frame: PageFrame;
  pull: PullRequest;
  /** Full name of who merges from the page. */
  operator: string;
  formToken: string;
  portalUrl?: string;
}

/** The button, or the reason why there is none, or what happens after the merge. */
export function MergeBox(props: MergeBoxProps) {
  const { pull } = props;
  if (pull.merged) return h(Merged, props);
  if (pull.state === 'closed') {
    return h('p', { class: 'notice' }, 'Closed without being merged.');
  }
  return pull.mergeable ? h(MergeForm, props) : h(Conflicts, { pull });
}

function MergeForm({ frame, pull, operator, formToken }: MergeBoxProps) {
  const hidden = (name: string, value: string) =>
    h('input', { type: 'hidden', name, value });
  return h(
    'form',
    {
      class: 'notice ready',
      method: 'post',
      action: `${frame.urls.pull(pull.number)}/merge`,
    },
    hidden('token', formToken),
    hidden('head', pull.headCommit),
    h(
      'p',
      null,
      'No conflicts with ',
      h('code', null, pull.base),
      `. You merge as ${operator}; the branch `,
      h('code', null, pull.head),
      ' is deleted afterwards.',
    ),
    h('button', { type: 'submit' }, 'Merge pull request'),
  );
}

function Conflicts({ pull }: { pull: PullRequest }) {
  return h(
    'div',
    { class: 'notice conflict' },
    h(
      'p',
      null,
      'It cannot be merged: ',
      h('code', null, pull.base),
      pull.baseCommit ? ' has changed the same lines of' : ' does not exist.',
    ),
    h(
      'ul',
      null,
      pull.conflicts.map(path => h('li', { key: path }, path)),
    ),
  );
}

function Merged({ frame, pull, portalUrl }: MergeBoxProps) {
  const { by, at, commit } = pull.merged!;
  return h(
    'div',
    { class: 'notice done' },
    h(
      'p',
      null,
      `Merged by ${by} on `,
      h(Time, { at }),
      ' as ',
      h(CommitLink, { id: commit, urls: frame.urls }),
      '.',
    ),
    h(
      'p',
      null,
      h('strong', null, 'What happens next: '),
      'the GitOps engine sees the new revision of ',
      h('code', null, pull.base),
      ' and brings the clusters in line with it; the portal reads the registry again. ',
      'Both take some seconds. To undo it, revert the commit with another pull request.',
    ),
    portalUrl
      ? h('p', null, h('a', { href: portalUrl }, 'Follow it in the portal'))
      : null,
  );
}
