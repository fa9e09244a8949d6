import { StringDecoder } from 'node:string_decoder';

type Body = AsyncIterable<Buffer>;

const maximumLineLength = 16 * 1024 * 1024;

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
 * Reads a body of one JSON value in each line. A last line without its end is left out: the
 * connection broke within it.
 *
 * @throws SyntaxError when a line is not JSON.
 * @throws Error when a line is too long.
 */
export async function* jsonLines(body: Body): AsyncGenerator<unknown> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maximumLineLength) {
      throw new Error(`A line is longer than ${maximumLineLength} characters.`);
    }
    for (const line of lines) {
      if (line.trim() !== '') {
        yield JSON.parse(line);
      }
    }
  }
}
