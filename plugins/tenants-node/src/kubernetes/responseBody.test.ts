import fc from 'fast-check';
import { jsonLines, listItems, readText } from './responseBody';

async function* body(text: string, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) {
    yield bytes.subarray(from, from + size);
  }
}

async function all<T>(generator: AsyncGenerator<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of generator) {
    values.push(value);
  }
  return values;
}

describe('jsonLines', () => {
  it('reads a value from each line, however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 50 }),
        async (values, size) => {
          const lines = values.map(value => JSON.stringify(value));
          const text = lines.map(line => `${line}\n`).join('\n');
          expect(await all(jsonLines(body(text, size)))).toEqual(
            lines.map(line => ({
              value: JSON.parse(line),
              bytes: Buffer.byteLength(line),
            })),
          );
        },
      ),
    );
  });

  it('leaves out a last line that has no end', async () => {
    expect(await all(jsonLines(body('{"a":1}\n{"b":')))).toHaveLength(1);
  });

  it('refuses what is no JSON, and a line without end', async () => {
    await expect(all(jsonLines(body('nonsense\n')))).rejects.toThrow(
      SyntaxError,
    );
    const endless = body('x'.repeat(17 * 1024 * 1024), 1024 * 1024);
    await expect(all(jsonLines(endless))).rejects.toThrow(/longer than/);
  });
});

describe('listItems', () => {
  it('reads the items with their sizes, and returns the rest', async () => {
    const items = listItems(
      body('{"metadata":{"resourceVersion":"7"},"items":[{"a":1},{"b":[2]}]}'),
    );
    expect(await items.next()).toMatchObject({
      value: { value: { a: 1 }, bytes: 7 },
    });
    expect(await items.next()).toMatchObject({ value: { value: { b: [2] } } });
    expect(await items.next()).toEqual({
      done: true,
      value: { metadata: { resourceVersion: '7' }, items: [] },
    });
  });

  it.each(['<html>', '{"items":[', '{"items":[{"a":}]}'])(
    'refuses %s',
    async text => {
      await expect(all(listItems(body(text)))).rejects.toThrow(SyntaxError);
    },
  );
});

describe('readText', () => {
  it('reads text up to a limit', async () => {
    expect(await readText(body('grün', 2), 5)).toBe('grün');
    await expect(readText(body('grün!', 2), 5)).rejects.toThrow(/longer/);
  });
});
