import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConflictError, isError, toError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  Registry,
  RegistryReader,
  RegistrySnapshot,
} from '@tenantry/plugin-tenants-node';
import { EntityOptions } from '../config';
import { registryEntities } from '../entities';
import { CatalogState } from './CatalogState';
import { MutationPlan, planMutation } from './planMutation';

const locationKey = 'tenants';
const maximumLoggedFindings = 20;

/**
 * Keeps the catalog's entities as the registry says.
 */
export class TenantsEntityProvider implements EntityProvider {
  readonly #reader: RegistryReader;
  readonly #catalog: CatalogState;
  readonly #options: EntityOptions;
  readonly #maximumRemovalShare: () => number;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;
  #etag?: string;
  #last: Promise<void> = Promise.resolve();

  constructor(options: {
    reader: RegistryReader;
    catalog: CatalogState;
    entityOptions: EntityOptions;
    /** Asked at each reading. */
    maximumRemovalShare: () => number;
    logger: LoggerService;
  }) {
    this.#reader = options.reader;
    this.#catalog = options.catalog;
    this.#options = options.entityOptions;
    this.#maximumRemovalShare = options.maximumRemovalShare;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'tenants';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /**
   * Reads the registry and, if it changed, replaces the entities. Calls wait for each other; what
   * goes wrong is logged and thrown.
   *
   * @throws Error when the registry cannot be read; the catalog then stays as it is.
   * @throws ConflictError when too many descriptors are gone at once; their entities stay, all
   * others are replaced.
   */
  refresh(signal?: AbortSignal): Promise<void> {
    const refreshed = this.#last
      .then(() => this.#refresh(signal))
      .catch(error => {
        if (!signal?.aborted) {
          this.#logger.error(
            'The catalog could not follow the registry.',
            toError(error),
          );
        }
        throw error;
      });
    this.#last = refreshed.catch(() => {});
    return refreshed;
  }

  async #refresh(signal?: AbortSignal): Promise<void> {
    const snapshot = await this.#readChange(signal);
    if (!snapshot || !this.#connection) {
      return;
    }
    const { registry, etag } = snapshot;
    const next = registryEntities(registry, this.#options);
    const plan = planMutation({
      next,
      previous: await this.#catalog.list(),
      unreadable: unreadableDescriptors(registry),
      maximumRemovalShare: this.#maximumRemovalShare(),
      registryUrl: this.#options.registryUrl,
    });
    const kept = await this.#load(plan.keep);
    signal?.throwIfAborted();
    await this.#connection.applyMutation({
      type: 'full',
      entities: [...next, ...kept].map(entity => ({ entity, locationKey })),
    });
    this.#report(registry, next.length, kept.length);
    refuseRemoval(plan);
    // Not before: a removal that is held back is looked at again by the next reading.
    this.#etag = etag;
  }

  async #readChange(
    signal?: AbortSignal,
  ): Promise<RegistrySnapshot | undefined> {
    try {
      return await this.#reader.read({ etag: this.#etag, signal });
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }

  async #load(entityRefs: string[]): Promise<Entity[]> {
    return entityRefs.length > 0 ? this.#catalog.load(entityRefs) : [];
  }

  #report({ findings }: Registry, current: number, kept: number): void {
    this.#logger.info(
      `Applied ${current} entities of the registry and kept ${kept} of descriptors that are broken or gone.`,
    );
    for (const finding of findings.slice(0, maximumLoggedFindings)) {
      this.#logger.warn(
        `Descriptor ${finding.file} is not used: ${finding.message}`,
        { rule: finding.rule },
      );
    }
  }
}

function unreadableDescriptors({ findings }: Registry): Set<string> {
  return new Set(findings.flatMap(({ file }) => file ?? []));
}

function refuseRemoval({ heldBack, known }: MutationPlan): void {
  if (heldBack.length > 0) {
    throw new ConflictError(
      `${heldBack.length} of ${known} descriptors are gone from the registry at once, ${heldBack[0]} among them. ` +
        'Their entities stay in the catalog until tenants.catalog.maximumRemovalShare allows their removal.',
    );
  }
}
