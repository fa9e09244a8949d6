import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { tenantReadPermission } from '@tenantry/plugin-tenants-common';
import {
  RegistryReader,
  RegistrySnapshot,
} from '@tenantry/plugin-tenants-node';
import { Readable } from 'node:stream';
import { tenantDocuments } from './tenantDocuments';

/**
 * Collects the tenants of the registry for search.
 */
export class TenantsCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'tenants';
  readonly visibilityPermission = tenantReadPermission;
  readonly #reader: RegistryReader;
  readonly #logger: LoggerService;
  #last?: RegistrySnapshot;

  constructor(options: { reader: RegistryReader; logger: LoggerService }) {
    this.#reader = options.reader;
    this.#logger = options.logger;
  }

  /**
   * @throws Error when the registry cannot be read; the index then stays as it is. It is logged
   * here, because the search backend does not.
   */
  async getCollator(): Promise<Readable> {
    this.#last = await this.#read();
    return Readable.from(tenantDocuments(this.#last.registry));
  }

  async #read(): Promise<RegistrySnapshot> {
    try {
      return await this.#reader.read({ etag: this.#last?.etag });
    } catch (error) {
      if (this.#last && isError(error) && error.name === 'NotModifiedError') {
        return this.#last;
      }
      this.#logger.error('Tenants could not be indexed.', toError(error));
      throw error;
    }
  }
}
