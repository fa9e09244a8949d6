import {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  QueryRequestOptions,
  SearchEngine,
} from '@backstage/plugin-search-backend-node';
import {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { Writable } from 'node:stream';
import { AccessDecider, AccessModels, DocumentTypes } from './access';
import { DocumentIndexer } from './indexer';
import { Search, encodeCursor, highlight, parseSearch } from './query';
import { DocumentReader, DocumentWriter, FoundDocument } from './store';
import { VisibleDocuments } from './VisibleDocuments';

/**
 * Searches what the caller may see. The documents that it may not see are left out by the database,
 * so that totals and pages are those of the caller.
 */
export class TenantSearchEngine implements SearchEngine {
  readonly #options: {
    access: AccessDecider;
    models: AccessModels;
    reader: DocumentReader;
    writer: DocumentWriter;
    auth: AuthService;
    logger: LoggerService;
  };
  readonly #visible: VisibleDocuments;
  #types?: DocumentTypes;

  constructor(options: {
    access: AccessDecider;
    models: AccessModels;
    reader: DocumentReader;
    writer: DocumentWriter;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#options = options;
    this.#visible = new VisibleDocuments(options);
  }

  /** Says which types there are and which permission guards each. Nothing is found before. */
  guard(types: DocumentTypes): void {
    this.#types = { ...types };
  }

  /** @throws NotImplementedError always: queries have one meaning on all databases. */
  setTranslator(): void {
    throw new NotImplementedError('This engine takes no translator of queries');
  }

  async getIndexer(type: string): Promise<Writable> {
    const { models, writer, logger } = this.#options;
    const permission = this.#types?.[type]?.visibilityPermission;
    const model =
      permission && isResourcePermission(permission)
        ? models.get(permission.resourceType)
        : undefined;
    return new DocumentIndexer({ type, model, writer, logger });
  }

  /**
   * @throws InputError when the query passes a limit, and ServiceUnavailableError when it cannot be
   *   found out in bounded time what the caller may see.
   */
  async query(
    query: SearchQuery,
    options?: QueryRequestOptions,
  ): Promise<IndexableResultSet> {
    const search = parseSearch(query);
    if (!search) {
      return { results: [], numberOfResults: 0 };
    }
    const credentials = await this.#credentials(options);
    const types = this.#typesOf(query);
    const access = await this.#options.access.decide(types, credentials);
    return toResultSet(
      search,
      await this.#visible.find({ search, types, access, credentials }),
    );
  }

  #typesOf(query: SearchQuery): DocumentTypes {
    if (!this.#types) {
      throw new ServiceUnavailableError('Search is not ready yet');
    }
    const all = Object.entries(this.#types);
    return Object.fromEntries(
      all.filter(([type]) => query.types?.includes(type) ?? true),
    );
  }

  /** A bare token says who the caller is only in the old backend system: it counts as nobody. */
  async #credentials(
    options?: QueryRequestOptions,
  ): Promise<BackstageCredentials> {
    return options && 'credentials' in options
      ? options.credentials
      : this.#options.auth.getNoneCredentials();
  }
}

function toResultSet(
  search: Search,
  { documents, total }: { documents: FoundDocument[]; total: number },
): IndexableResultSet {
  const { offset, limit, identity, phrases } = search;
  const next = offset + documents.length;
  return {
    results: documents.map(({ type, document }, index) => ({
      type,
      document,
      rank: offset + index + 1,
      highlight: highlight(document, phrases),
    })),
    numberOfResults: total,
    nextPageCursor:
      documents.length > 0 && next < total
        ? encodeCursor(identity, next)
        : undefined,
    previousPageCursor:
      offset > 0
        ? encodeCursor(identity, Math.max(0, offset - limit))
        : undefined,
  };
}
