import { h } from 'preact';
import { PageFrame } from '../WebContext';
import { Layout } from './Layout';

/** Why there is nothing else to see. */
export function ErrorPage(props: {
  frame: PageFrame;
  status: number;
  message: string;
}) {
  const { frame, status, message } = props;
  return h(
    Layout,
    { frame, title: `Error ${status}` },
    h('h1', null, status === 404 ? 'Not found' : 'That did not work'),
    h('p', { class: 'notice conflict' }, message),
    h('p', null, h('a', { href: frame.urls.repository }, 'To the repository')),
  );
}
