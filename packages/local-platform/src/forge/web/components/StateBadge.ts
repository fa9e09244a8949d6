import { h } from 'preact';
import { PullRequestRecord } from '../../core/records';

/** Open, merged or closed, in words and in colour. */
export function StateBadge({ pull }: { pull: PullRequestRecord }) {
  const state = pull.merged ? 'merged' : pull.state;
  const word = `${state[0].toUpperCase()}${state.slice(1)}`;
  return h('span', { class: `badge ${state}` }, word);
}
