import { h } from 'preact';
import { Source } from '../findSource';
import { PageFrame } from '../WebContext';

/** Where in the repository the reader is: branch or commit, and each folder on the way. */
export function Breadcrumbs(props: { frame: PageFrame; source: Source }) {
  const { frame, source } = props;
  const segments = source.path.split('/').filter(Boolean);
  const crumbs = segments.map((segment, index) => ({
    segment,
    path: segments.slice(0, index + 1).join('/'),
  }));
  return h(
    'h1',
    { class: 'breadcrumbs' },
    h('span', { class: 'badge' }, source.ref),
    ' ',
    h('a', { href: frame.urls.source(source.ref, '') }, frame.name),
    crumbs.map(({ segment, path }) =>
      h(
        'span',
        { key: path },
        ' / ',
        h('a', { href: frame.urls.source(source.ref, path) }, segment),
      ),
    ),
  );
}
