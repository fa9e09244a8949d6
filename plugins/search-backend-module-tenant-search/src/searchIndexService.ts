import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { IndexBuilder } from '@backstage/plugin-search-backend-node';
import {
  SearchIndexService,
  searchIndexServiceRef,
} from '@backstage/plugin-search-backend-node/alpha';
import { DocumentTypeInfo } from '@backstage/plugin-search-common';
import { TenantSearchEngine } from './TenantSearchEngine';

type InitOptions = Parameters<SearchIndexService['init']>[0];

/**
 * Builds the index as the stock service does, and hands the document types with their permissions
 * to the engine instead of the search backend.
 *
 * The search backend filters results one by one for the types that it knows a permission of, and
 * leaves out the total then. It gets the types without permissions, so that it hands the query on as
 * it is, and so only when the engine is the one that filters.
 */
class FilteredSearchIndexService implements SearchIndexService {
  readonly #logger: LoggerService;
  #builder?: IndexBuilder;
  #documentTypes: Record<string, DocumentTypeInfo> = {};
  #scheduler?: Awaited<ReturnType<IndexBuilder['build']>>['scheduler'];

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  init({ searchEngine, collators, decorators }: InitOptions): void {
    const builder = new IndexBuilder({ logger: this.#logger, searchEngine });
    collators.forEach(collator => builder.addCollator(collator));
    decorators.forEach(decorator => builder.addDecorator(decorator));
    this.#builder = builder;
    this.#documentTypes = builder.getDocumentTypes();
    if (searchEngine instanceof TenantSearchEngine) {
      searchEngine.guard(this.#documentTypes);
      this.#documentTypes = withoutPermissions(this.#documentTypes);
    }
  }

  async start(): Promise<void> {
    if (!this.#builder) {
      throw new Error('The search index service was started before init');
    }
    const { scheduler } = await this.#builder.build();
    this.#scheduler = scheduler;
    scheduler.start();
  }

  async stop(): Promise<void> {
    this.#scheduler?.stop();
    this.#scheduler = undefined;
  }

  getDocumentTypes(): Record<string, DocumentTypeInfo> {
    return this.#documentTypes;
  }
}

function withoutPermissions(
  types: Record<string, DocumentTypeInfo>,
): Record<string, DocumentTypeInfo> {
  return Object.fromEntries(Object.keys(types).map(type => [type, {}]));
}

/** Takes the place of the stock index service. */
export const searchIndexServiceFactory = createServiceFactory({
  service: searchIndexServiceRef,
  deps: { logger: coreServices.logger },
  factory: ({ logger }) => new FilteredSearchIndexService(logger),
});
