import { ComponentChildren, h } from 'preact';
import { PageFrame } from '../WebContext';

/** The whole page: head, navigation and content. */
export function Layout(props: {
  frame: PageFrame;
  title: string;
  children?: ComponentChildren;
}) {
  const { frame, title, children } = props;
  return h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', null, `${title} · ${frame.owner}/${frame.name}`),
      h('link', { rel: 'stylesheet', href: '/_assets/diff2html.css' }),
      h('link', { rel: 'stylesheet', href: '/_assets/forge.css' }),
    ),
    h(
      'body',
      null,
      h(Navigation, { frame }),
      h('main', null, children),
      h(
        'footer',
        null,
        'Local Git forge. ',
        h('code', null, `git clone ${frame.cloneUrl}`),
      ),
    ),
  );
}

function Navigation({ frame }: { frame: PageFrame }) {
  const { urls, owner, name, defaultBranch, openPullRequests } = frame;
  const history = `${urls.repository}/commits/branch/${defaultBranch}`;
  return h(
    'header',
    null,
    h(
      'a',
      { class: 'repository', href: urls.repository },
      owner,
      ' / ',
      h('strong', { key: 'name' }, name),
    ),
    h(
      'nav',
      { 'aria-label': 'Repository' },
      h('a', { href: urls.repository }, 'Files'),
      h('a', { href: history }, 'Commits'),
      h(
        'a',
        { href: `${urls.repository}/pulls` },
        'Pull requests ',
        h('span', { class: 'count' }, openPullRequests),
      ),
    ),
  );
}
