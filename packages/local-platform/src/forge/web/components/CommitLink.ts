import { h } from 'preact';
import { ForgeUrls } from '../../api/urls';

/** The short id of a commit, leading to its page. */
export function CommitLink({ id, urls }: { id: string; urls: ForgeUrls }) {
  return h('a', { href: urls.commit(id) }, h('code', null, id.slice(0, 10)));
}
