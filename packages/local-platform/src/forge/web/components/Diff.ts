import { h } from 'preact';
import { ChangedFile } from '../../git/diffs';
import { renderDiff } from '../renderDiff';

/** Which files differ, and how. */
export function Diff(props: { files: ChangedFile[]; diff: string }) {
  const { files, diff } = props;
  const html = renderDiff(diff);
  return h(
    'section',
    { class: 'changes' },
    h('h2', null, `${files.length} ${files.length === 1 ? 'file' : 'files'}`),
    h(
      'ul',
      { class: 'entries' },
      files.map(file => h(FileSummary, { key: file.path, file })),
    ),
    html === undefined
      ? h('p', { class: 'notice' }, 'The diff is too long to show here.')
      : // diff2html has escaped the content of the diff.
        h('div', { dangerouslySetInnerHTML: { __html: html } }),
  );
}

function FileSummary({ file }: { file: ChangedFile }) {
  return h(
    'li',
    null,
    h('span', null, file.path),
    h(
      'span',
      { class: 'numbers' },
      h('span', { class: 'muted' }, file.status),
      h('span', { class: 'added' }, `+${file.additions}`),
      h('span', { class: 'removed' }, `−${file.deletions}`),
    ),
  );
}
