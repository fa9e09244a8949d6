import { InputError } from '@backstage/errors';
import { SearchQuery } from '@backstage/plugin-search-common';
import { JsonPrimitive, JsonValue } from '@backstage/types';
import { decodeCursor } from './cursor';
import { Phrase, parsePhrases, wordsOf } from './words';

/** A field of a document has one of these values, or is a list with one of them. */
export interface FieldFilter {
  field: string;
  values: JsonPrimitive[];
}

/** A search that is within all limits. */
export interface Search {
  /** Empty when everything is looked for. */
  phrases: Phrase[];
  /** The words of the term, as names are stored. */
  name: string;
  filters: FieldFilter[];
  offset: number;
  /** Zero when only the number of results is asked for. */
  limit: number;
  /** What a cursor has to belong to. */
  identity: object;
}

const defaultPageSize = 25;
const maximumPageSize = 100;
const maximumTermLength = 500;
const maximumFilters = 20;
const maximumValues = 100;

/**
 * Reads a query.
 *
 * @returns Undefined when the term has no letter and no digit: nothing is found then.
 * @throws InputError when a limit is passed or the cursor belongs to another search.
 */
export function parseSearch(query: SearchQuery): Search | undefined {
  const { term, filters = {}, pageCursor } = query;
  require(term.length <= maximumTermLength, 'term', 'at most 500 characters');
  const limit = query.pageLimit ?? defaultPageSize;
  require(Number.isInteger(limit) &&
    limit >= 0 &&
    limit <= maximumPageSize, 'pageLimit', 'a whole number from 0 to 100');
  const identity = { term, filters, types: query.types, limit };
  const offset = decodeCursor(identity, pageCursor);
  const phrases = parsePhrases(term);
  return phrases.length === 0 && term.trim() !== ''
    ? undefined
    : {
        phrases,
        name: wordsOf(term).join(' '),
        filters: parseFilters(filters),
        offset,
        limit,
        identity,
      };
}

function parseFilters(filters: object): FieldFilter[] {
  const fields: [string, JsonValue | undefined][] = Object.entries(filters);
  require(fields.length <= maximumFilters, 'filters', 'at most 20 fields');
  return fields.map(([field, value]) => {
    const values = [value].flat();
    require(values.length <=
      maximumValues, `filters.${field}`, 'at most 100 values');
    return { field, values: values.map(each => primitive(field, each)) };
  });
}

function primitive(field: string, value: JsonValue | undefined): JsonPrimitive {
  if (value === undefined || (typeof value === 'object' && value !== null)) {
    throw new InputError(
      `filters.${field} has to be a text, a number, true, false, or a list of these`,
    );
  }
  return value;
}

function require(holds: boolean, field: string, rule: string): void {
  if (!holds) {
    throw new InputError(`${field} has to be ${rule}`);
  }
}
