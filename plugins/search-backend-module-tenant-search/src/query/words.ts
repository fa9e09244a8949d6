import { wellFormed } from './wellFormed';

/** Words that have to follow each other; the last may be the beginning of a longer one. */
export type Phrase = string[];

/** Longer words are cut, in documents and terms alike. */
const maximumWordLength = 100;

/**
 * Splits a text as documents and terms alike are split: at everything that is no letter and no
 * digit, without regard to case and accents. `acme-01.mainnet` has three words.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(word =>
    wellFormed(word.slice(0, maximumWordLength)),
  );
}

/**
 * Each part of a term between blanks is a phrase, so that `acme-01` does not find `acme-10` of which
 * something else has an `01`.
 */
export function parsePhrases(term: string): Phrase[] {
  return term
    .split(/\s+/u)
    .map(wordsOf)
    .filter(phrase => phrase.length > 0);
}
