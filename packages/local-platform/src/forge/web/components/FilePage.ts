import { h } from 'preact';
import { Source } from '../findSource';
import { PageFrame } from '../WebContext';
import { Breadcrumbs } from './Breadcrumbs';
import { Layout } from './Layout';

/** One file, line by line; `text` is absent when it is binary or too long to read in a page. */
export function FilePage(props: {
  frame: PageFrame;
  source: Source;
  size: number;
  text?: string;
}) {
  const { frame, source, size, text } = props;
  return h(
    Layout,
    { frame, title: source.path },
    h(Breadcrumbs, { frame, source }),
    h('p', { class: 'muted' }, `${size} B`),
    text === undefined
      ? h('p', { class: 'notice' }, 'This file is binary or too long.')
      : h(Lines, { text }),
  );
}

function Lines({ text }: { text: string }) {
  const lines = text.replace(/\n$/, '').split('\n');
  return h(
    'pre',
    { class: 'file' },
    lines.map((line, index) => h('code', { key: index }, `${line}\n`)),
  );
}
