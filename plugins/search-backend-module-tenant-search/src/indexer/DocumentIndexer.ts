import { LoggerService } from '@backstage/backend-plugin-api';
import { BatchSearchEngineIndexer } from '@backstage/plugin-search-backend-node';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { randomUUID } from 'node:crypto';
import { AccessModel } from '../access';
import { DocumentWriter, prepareDocument } from '../store';

const batchSize = 500;

/**
 * Takes in all documents of a type, and makes them findable at once when the last has come. If one
 * is missing because something failed, the index stays as it is.
 */
export class DocumentIndexer extends BatchSearchEngineIndexer {
  readonly #type: string;
  readonly #model: AccessModel | undefined;
  readonly #writer: DocumentWriter;
  readonly #logger: LoggerService;
  readonly #run = randomUUID();
  readonly #seen = new Set<string>();
  #present: ReadonlyMap<string, number> = new Map();

  /** @param options - `model` tells who may see a document, where it is known. */
  constructor(options: {
    type: string;
    model: AccessModel | undefined;
    writer: DocumentWriter;
    logger: LoggerService;
  }) {
    super({ batchSize });
    this.#type = options.type;
    this.#model = options.model;
    this.#writer = options.writer;
    this.#logger = options.logger;
  }

  async initialize(): Promise<void> {
    this.#present = await this.#writer.hashes(this.#type);
  }

  async index(documents: IndexableDocument[]): Promise<void> {
    const facts = await this.#model?.factsOf(documents);
    const added = documents
      .map((document, index) =>
        prepareDocument(this.#type, document, facts?.[index] ?? []),
      )
      .filter(({ hash }) => this.#isNew(hash));
    await this.#writer.stage(this.#run, added);
  }

  #isNew(hash: string): boolean {
    const isNew = !this.#seen.has(hash) && !this.#present.has(hash);
    this.#seen.add(hash);
    return isNew;
  }

  /** A collator that finds nothing at all is taken for broken, as by the stock engines. */
  async finalize(): Promise<void> {
    if (this.#seen.size === 0) {
      this.#logger.warn(
        `The index of ${this.#type} stays as it is: there was no document.`,
      );
      return;
    }
    await this.#writer.complete(this.#run, this.#type, this.#seen);
  }

  _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#writer.discard(this.#run).then(
      () => done(error),
      failure => done(error ?? failure),
    );
  }
}
