import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { AccessDecider, DocumentTypes, TypeAccess } from './access';
import { Search } from './query';
import { DocumentQuery, DocumentReader, FoundDocument } from './store';

/** Of one type, in one search, when the index does not know what a rule asks for. */
const maximumAsked = 20_000;
/** Each finds documents that the index did not know to be somebody else's by now. */
const maximumRounds = 20;

/** A search of a caller. */
interface CallersSearch {
  search: Search;
  types: DocumentTypes;
  access: TypeAccess[];
  credentials: BackstageCredentials;
}

/** Finds documents that the caller may see, completely or not at all. */
export class VisibleDocuments {
  readonly #access: AccessDecider;
  readonly #reader: DocumentReader;

  constructor(options: { access: AccessDecider; reader: DocumentReader }) {
    this.#access = options.access;
    this.#reader = options.reader;
  }

  /**
   * A page as the index has it is shown only after the owning plugins have confirmed every result:
   * a document may have changed hands since it was indexed.
   *
   * @throws ServiceUnavailableError when there would be too much to ask for.
   */
  async find(
    request: CallersSearch,
  ): Promise<{ documents: FoundDocument[]; total: number }> {
    const { search, types, credentials } = request;
    const query: DocumentQuery = {
      ...search,
      access: await this.#askedFor(request),
      excludedIds: [],
    };
    for (let round = 0; round < maximumRounds; round += 1) {
      const page = await this.#reader.find(query);
      const lost = await this.#lost(page.documents, {
        query,
        types,
        credentials,
      });
      if (lost.length === 0) {
        return page;
      }
      query.excludedIds.push(...lost);
    }
    throw new ServiceUnavailableError(
      'Much has changed hands since it was indexed; search again later',
    );
  }

  /** Turns what has to be asked for into what may be seen. */
  async #askedFor(request: CallersSearch): Promise<TypeAccess[]> {
    const { search, types, access, credentials } = request;
    return Promise.all(
      access.map(async ({ type, documents }) => {
        if (documents !== 'ask') {
          return { type, documents };
        }
        const refs = await this.#reader.resourceRefs(
          { ...search, excludedIds: [] },
          type,
          maximumAsked + 1,
        );
        if (refs.length > maximumAsked) {
          throw new ServiceUnavailableError(
            'Too much is found to ask who may see it; search for something more special',
          );
        }
        const permission = types[type].visibilityPermission;
        const allowed = await this.#access.allowedOf(
          permission,
          refs,
          credentials,
        );
        return { type, documents: { resourceRefs: [...allowed] } };
      }),
    );
  }

  /** Ids of the documents that the index gave the caller wrongly. */
  async #lost(
    documents: FoundDocument[],
    context: {
      query: DocumentQuery;
      types: DocumentTypes;
      credentials: BackstageCredentials;
    },
  ): Promise<number[]> {
    const { query, types, credentials } = context;
    const lost = await Promise.all(
      query.access.filter(needsConfirmation).map(async ({ type }) => {
        const found = documents.filter(document => document.type === type);
        const refs = new Set(found.flatMap(refOf));
        const allowed = await this.#access.allowedOf(
          types[type].visibilityPermission,
          [...refs],
          credentials,
        );
        return found.filter(each => !refOf(each).some(ref => allowed.has(ref)));
      }),
    );
    return lost.flat().map(({ id }) => id);
  }
}

function needsConfirmation({ documents }: TypeAccess): boolean {
  return typeof documents === 'object' && !('resourceRefs' in documents);
}

function refOf({ document }: FoundDocument): string[] {
  const ref = document.authorization?.resourceRef;
  return ref ? [ref] : [];
}
