import { ComponentChildren, h } from 'preact';

/** The whole page: head, content, and what this is. */
export function Layout(props: { title: string; children?: ComponentChildren }) {
  const { title, children } = props;
  return h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', null, `${title} · Tenantry local platform`),
      h('link', { rel: 'stylesheet', href: '/_assets/identity.css' }),
    ),
    h(
      'body',
      null,
      h('main', null, h('h1', null, title), children),
      h('footer', null, 'Tenantry local platform'),
    ),
  );
}
