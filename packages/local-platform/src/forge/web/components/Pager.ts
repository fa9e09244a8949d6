import { h } from 'preact';

/** Links to the page before and the page after. */
export function Pager(props: {
  page: number;
  hasMore: boolean;
  /** Further query parameters to keep. */
  query?: string;
}) {
  const { page, hasMore, query = '' } = props;
  if (page === 1 && !hasMore) return null;
  const link = (target: number, text: string) =>
    h('a', { href: `?${query}page=${target}` }, text);
  return h(
    'nav',
    { class: 'pager', 'aria-label': 'Pages' },
    page > 1 ? link(page - 1, 'Newer') : h('span', null),
    hasMore ? link(page + 1, 'Older') : h('span', null),
  );
}
