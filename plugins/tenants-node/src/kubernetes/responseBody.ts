import { ListSplitter } from './ListSplitter';

type Body = AsyncIterable<Buffer>;

/**
 * A JSON value as a server sent it, and how long its text was.
 *
 * @public
 */
export interface ReceivedJson {
  value: unknown;
  bytes: number;
}

/** Something larger is not even taken in to find out what it is. */
const maximumValueBytes = 16 * 1024 * 1024;
const newline = '\n'.charCodeAt(0);

/**
 * Reads a body as text.
 *
 * @throws Error when it is longer than the limit, in bytes.
 */
export async function readText(body: Body, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) {
      throw new Error(`The answer is longer than ${limit} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Reads the items of a list one by one as they come, and returns the list without them.
 *
 * @throws SyntaxError when the list, or an item, is not JSON or ends too early.
 * @throws Error when an item is too large.
 */
export async function* listItems(
  body: Body,
): AsyncGenerator<ReceivedJson, unknown> {
  const splitter = new ListSplitter({ maximumItemBytes: maximumValueBytes });
  for await (const chunk of body) {
    for (const item of splitter.push(chunk)) {
      yield parse(item);
    }
  }
  return JSON.parse(splitter.envelope);
}

/**
 * Reads a body of one JSON value in each line. A last line without its end is left out: the
 * connection broke within it.
 *
 * @throws SyntaxError when a line is not JSON.
 * @throws Error when a line is too long.
 */
export async function* jsonLines(body: Body): AsyncGenerator<ReceivedJson> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(newline, from);
      const part = chunk.subarray(from, end < 0 ? undefined : end);
      parts.push(part);
      size += part.length;
      if (size > maximumValueBytes) {
        throw new Error(`A line is longer than ${maximumValueBytes} bytes.`);
      }
      if (end < 0) {
        break;
      }
      const line = Buffer.concat(parts, size);
      parts = [];
      size = 0;
      from = end + 1;
      if (!isBlank(line)) {
        yield parse(line);
      }
    }
  }
}

function parse(text: Buffer): ReceivedJson {
  return { value: JSON.parse(text.toString('utf8')), bytes: text.length };
}

function isBlank(line: Buffer): boolean {
  return line.length < 8 && line.toString('latin1').trim() === '';
}
