import { isError } from '@backstage/errors';
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
  #last?: RegistrySnapshot;

  constructor(options: { reader: RegistryReader }) {
    this.#reader = options.reader;
  }

  /**
   * @throws Error when the registry cannot be read; the index then stays as it is.
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
      throw error;
    }
  }
}
