import { ByteParts } from './ByteParts';

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const openBrace = '{'.charCodeAt(0);
const closeBrace = '}'.charCodeAt(0);
const openBracket = '['.charCodeAt(0);
const closeBracket = ']'.charCodeAt(0);

/** Depth of what stands in the `items` of the outermost object. */
const itemsDepth = 2;
const itemsKey = /"items"\s*:\s*$/;
/** Longer than the key with the white space around it, however a server indents. */
const keyBytes = 64;
const maximumEnvelopeBytes = 1024 * 1024;

type Place = 'envelope' | 'betweenItems' | 'item';

/**
 * Cuts the JSON text of a list into its items while it comes, so that neither the text nor the
 * parsed list is ever in memory as a whole, and no parse takes long.
 *
 * It looks at brackets and quotes only; whether an item is JSON its parser will say.
 */
export class ListSplitter {
  readonly #maximumItemBytes: number;
  readonly #envelope = new ByteParts();
  readonly #item = new ByteParts();
  #place: Place = 'envelope';
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Where the part of the chunk begins that has not been taken yet. */
  #from = 0;

  constructor(options: { maximumItemBytes: number }) {
    this.#maximumItemBytes = options.maximumItemBytes;
  }

  /** The text around the items, with none in it. */
  get envelope(): string {
    return this.#envelope.take().toString('utf8');
  }

  /**
   * The items that are complete with this chunk.
   *
   * @throws Error when an item, or what is around the items, is too large to be held.
   */
  push(chunk: Buffer): Buffer[] {
    const items: Buffer[] = [];
    this.#from = 0;
    let index = this.#inString ? this.#endOfString(chunk, 0) + 1 : 0;
    for (; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte === quote) {
        index = this.#endOfString(chunk, index + 1);
      } else if (byte === openBrace || byte === openBracket) {
        this.#open(chunk, index);
      } else if (byte === closeBrace || byte === closeBracket) {
        this.#close(chunk, index, items);
      }
    }
    this.#keepRest(chunk);
    return items;
  }

  /** Where the string ends that goes on at an index; not within the chunk, when it does not. */
  #endOfString(chunk: Buffer, from: number): number {
    let index = this.#escaped ? from + 1 : from;
    while (index < chunk.length && chunk[index] !== quote) {
      index += chunk[index] === backslash ? 2 : 1;
    }
    this.#inString = index >= chunk.length;
    this.#escaped = index > chunk.length;
    return index;
  }

  #open(chunk: Buffer, index: number): void {
    this.#depth++;
    if (this.#depth === itemsDepth && chunk[index] === openBracket) {
      const before = chunk.subarray(this.#from, index);
      if (this.#place === 'envelope' && this.#isItemsKeyBefore(before)) {
        this.#envelope.add(chunk.subarray(this.#from, index + 1));
        this.#place = 'betweenItems';
      }
    } else if (this.#place === 'betweenItems') {
      this.#place = 'item';
      this.#from = index;
    }
  }

  #close(chunk: Buffer, index: number, items: Buffer[]): void {
    this.#depth--;
    if (this.#place === 'item' && this.#depth === itemsDepth) {
      this.#item.add(chunk.subarray(this.#from, index + 1));
      this.#assertSizes();
      items.push(this.#item.take());
      this.#place = 'betweenItems';
    } else if (this.#place === 'betweenItems') {
      this.#place = 'envelope';
      this.#from = index;
    }
  }

  #keepRest(chunk: Buffer): void {
    const rest = chunk.subarray(this.#from);
    if (this.#place === 'item') {
      this.#item.add(rest);
    } else if (this.#place === 'envelope') {
      this.#envelope.add(rest);
    }
    this.#assertSizes();
  }

  #isItemsKeyBefore(rest: Buffer): boolean {
    return itemsKey.test(
      this.#envelope.tail(keyBytes) + rest.toString('latin1'),
    );
  }

  #assertSizes(): void {
    if (this.#item.bytes > this.#maximumItemBytes) {
      throw new Error(
        `an object in the list is larger than ${this.#maximumItemBytes} bytes`,
      );
    }
    if (this.#envelope.bytes > maximumEnvelopeBytes) {
      throw new Error('the answer is not a Kubernetes list.');
    }
  }
}
