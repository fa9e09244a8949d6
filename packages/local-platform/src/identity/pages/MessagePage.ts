import { h } from 'preact';
import { Layout } from './Layout';

/** One thing to say. */
export function MessagePage(props: { title: string; message: string }) {
  return h(
    Layout,
    { title: props.title },
    h('p', { class: 'message' }, props.message),
  );
}
