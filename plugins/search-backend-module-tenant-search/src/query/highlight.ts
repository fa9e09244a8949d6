import {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { randomUUID } from 'node:crypto';
import { Phrase } from './words';

/** Characters of the text that a result shows around what was found. */
const excerptLength = 300;
const lead = 60;

// Nobody can guess it, so that no document can bring tags of its own.
const tag = randomUUID();
const preTag = `<${tag}>`;
const postTag = `</${tag}>`;

/** Marks the words of the term in title and text. It sees nothing but the document that is shown. */
export function highlight(
  { title, text }: IndexableDocument,
  phrases: Phrase[],
): ResultHighlight | undefined {
  const words = [...new Set(phrases.flat())];
  if (words.length === 0) {
    return undefined;
  }
  // Words are letters and digits: nothing in them is special.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.join('|')})[\\p{L}\\p{N}]*`,
    'giu',
  );
  const mark = (value: string) =>
    value.replace(pattern, found => `${preTag}${found}${postTag}`);
  return {
    preTag,
    postTag,
    fields: { title: mark(title), text: mark(excerpt(text, pattern)) },
  };
}

function excerpt(text: string, pattern: RegExp): string {
  const start = Math.max(0, text.search(pattern) - lead);
  const end = start + excerptLength;
  return [
    start > 0 ? '…' : '',
    text.slice(start, end),
    end < text.length ? '…' : '',
  ].join('');
}
