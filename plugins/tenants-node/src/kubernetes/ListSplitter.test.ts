import fc from 'fast-check';
import { ListSplitter } from './ListSplitter';

/** Splits a text that comes in pieces of the given sizes, again and again. */
function split(text: string, sizes: readonly number[] = [1_000]) {
  const splitter = new ListSplitter({ maximumItemBytes: 10_000 });
  const bytes = Buffer.from(text);
  const items: unknown[] = [];
  let from = 0;
  for (let turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length];
    const chunk = bytes.subarray(from, from + size);
    items.push(...splitter.push(chunk).map(item => JSON.parse(String(item))));
    from += size;
  }
  return { items, envelope: splitter.envelope };
}

describe('ListSplitter', () => {
  it('finds the same items and envelope as a parser, however the text is cut', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    const items = fc.array(fc.dictionary(fc.string(), fc.jsonValue()));
    const metadata = fc.dictionary(fc.string(), fc.jsonValue());
    const indent = fc.constantFrom(undefined, 2);
    fc.assert(
      fc.property(
        fc.record({ items, metadata }),
        sizes,
        indent,
        fc.boolean(),
        (parts, cuts, spaces, itemsLast) => {
          const list = itemsLast
            ? { metadata: parts.metadata, items: parts.items }
            : { items: parts.items, metadata: parts.metadata };
          const text = JSON.stringify(list, null, spaces);
          const found = split(text, cuts);
          expect(found.items).toEqual(JSON.parse(text).items);
          expect(JSON.parse(found.envelope)).toEqual(
            JSON.parse(JSON.stringify({ ...list, items: [] })),
          );
        },
      ),
    );
  });

  it('does not take other lists for items', () => {
    const text = '{"columns":[{"a":1}],"metadata":{"items":[{"b":1}]}}';
    expect(split(text, [3])).toEqual({ items: [], envelope: text });
  });

  it('keeps what is not a list as it is', () => {
    expect(split('<html>').envelope).toBe('<html>');
    expect(split('[1]').envelope).toBe('[1]');
  });

  it('leaves an envelope that is not JSON when the text ends too early', () => {
    const { items, envelope } = split('{"items":[{"a":1},{"a"', [5]);
    expect(items).toEqual([{ a: 1 }]);
    expect(() => JSON.parse(envelope)).toThrow(SyntaxError);
  });

  it('does not hold more than an item may be', () => {
    const text = `{"items":[{"a":"${'x'.repeat(10_000)}"}]}`;
    expect(() => split(text, [500])).toThrow(/larger than 10000 bytes/);
  });
});
