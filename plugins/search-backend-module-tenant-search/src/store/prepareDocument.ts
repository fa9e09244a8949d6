import { IndexableDocument } from '@backstage/plugin-search-common';
import { createHash } from 'node:crypto';
import { wellFormed, wordsOf } from '../query';

/** Of a longer document, the first words can be found: PostgreSQL keeps 16,383 positions. */
const maximumWords = 10_000;
const unsearched = new Set(['title', 'text', 'location', 'authorization']);

/** A document as it is stored. */
export interface PreparedDocument {
  type: string;
  /** Of everything else here; documents with the same hash are the same. */
  hash: string;
  resourceRef?: string;
  name: string;
  title: string;
  /** JSON. */
  document: string;
  facts: string[];
  words: DocumentWords;
}

/** The words by which a document is found, the most telling first. */
export interface DocumentWords {
  title: string[];
  text: string[];
  more: string[];
}

/** Splits a document into words, and takes out what a database could not store. */
export function prepareDocument(
  type: string,
  document: IndexableDocument,
  facts: string[],
): PreparedDocument {
  const ref = document.authorization?.resourceRef;
  const resourceRef = ref && storable(ref);
  const name = wordsOf(nameOf(document)).join(' ');
  const title = wordsOf(document.title).join(' ');
  const json = JSON.stringify(document, (_, value) =>
    typeof value === 'string' ? storable(value) : value,
  );
  const prepared = { type, resourceRef, name, title, document: json, facts };
  const hash = createHash('sha256').update(JSON.stringify(prepared));
  return {
    ...prepared,
    hash: hash.digest('hex'),
    words: documentWords(document, name),
  };
}

/** What comes after kind and namespace in an entity ref; a document without a ref has its title. */
function nameOf({ authorization, title }: IndexableDocument): string {
  return authorization?.resourceRef.split('/').at(-1) ?? title;
}

function documentWords(
  document: IndexableDocument,
  name: string,
): DocumentWords {
  const title = wordsOf(`${document.title} ${name}`).slice(0, maximumWords);
  const text = wordsOf(document.text).slice(0, maximumWords - title.length);
  const others = Object.entries(document)
    .filter(([field]) => !unsearched.has(field))
    .flatMap(([, value]) => value)
    .filter(value => typeof value === 'string');
  const left = maximumWords - title.length - text.length;
  return { title, text, more: wordsOf(others.join(' ')).slice(0, left) };
}

/** PostgreSQL refuses NUL and halves of surrogate pairs in JSON. */
function storable(value: string): string {
  return wellFormed(value.replaceAll('\0', ''));
}
