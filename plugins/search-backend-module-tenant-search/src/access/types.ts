import { DocumentTypeInfo } from '@backstage/plugin-search-common';

/** What the collators say about their types of documents, by type. */
export type DocumentTypes = Record<string, DocumentTypeInfo>;

/** Which documents of a type are meant, by what the index stores about each. */
export type FactExpression =
  | { anyFact: string[] }
  | { anyOf: FactExpression[] }
  | { allOf: FactExpression[] };

/** The documents of one type that the caller may see. A type that is not listed has none. */
export interface TypeAccess {
  type: string;
  /**
   * All, those of which the facts hold, those with one of the resource refs, or those of which the
   * facts do not tell: each has to be asked for.
   */
  documents: 'all' | 'ask' | FactExpression | { resourceRefs: string[] };
}
