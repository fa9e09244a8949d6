export { decodeCursor, encodeCursor } from './cursor';
export { highlight } from './highlight';
export { parseSearch } from './parseSearch';
export type { FieldFilter, Search } from './parseSearch';
export { wellFormed } from './wellFormed';
export { parsePhrases, wordsOf } from './words';
export type { Phrase } from './words';
