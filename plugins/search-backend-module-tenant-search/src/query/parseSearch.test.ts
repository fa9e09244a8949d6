import { SearchQuery } from '@backstage/plugin-search-common';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';
import { parseSearch } from './parseSearch';

function outcomeOf(query: SearchQuery): string {
  try {
    const search = parseSearch(query);
    return search ? `page of ${search.limit}` : 'nothing';
  } catch (error) {
    return String(error);
  }
}

describe('parseSearch', () => {
  it('reads any query within the limits, or names the field that is not', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            term: fc.string({ unit: 'binary', maxLength: 600 }),
            filters: fc.dictionary(fc.string(), fc.jsonValue()),
            pageLimit: fc.oneof(fc.integer(), fc.double()),
          },
          { requiredKeys: ['term'] },
        ),
        query => {
          const outcome = outcomeOf(query as SearchQuery);
          expect(outcome).toMatch(
            /^(nothing|page of \d{1,3}|InputError: (term|pageLimit|filters)[^]* has to be [^]*)$/,
          );
        },
      ),
    );
  });
});

describe('cursors', () => {
  it('lead back to where they were made, in the same search only', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10_000_000 }),
        fc.string(),
        fc.string(),
        (offset, term, other) => {
          const cursor = encodeCursor({ term }, offset);
          expect(decodeCursor({ term }, cursor)).toBe(offset);
          fc.pre(term !== other);
          expect(() => decodeCursor({ term: other }, cursor)).toThrow(
            'pageCursor',
          );
        },
      ),
    );
  });

  it('are refused when they are anything else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), cursor => {
        expect(() => decodeCursor({ term: '' }, cursor)).toThrow('pageCursor');
      }),
    );
  });
});
