import { ConflictError, ServiceUnavailableError } from '@backstage/errors';

const maximumInFlight = 50;

/** Lets one request at a time pass for each tenant environment, and not too many altogether. */
export class RequestSlots {
  readonly #taken = new Set<string>();

  /**
   * @throws ConflictError while another request about the same is on its way.
   * @throws ServiceUnavailableError while too many are.
   */
  async during<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.#taken.has(key)) {
      throw new ConflictError(
        'Another request about this tenant environment is on its way. Try again in a few seconds.',
      );
    }
    if (this.#taken.size >= maximumInFlight) {
      throw new ServiceUnavailableError(
        'Too many requests to the GitOps engine are on their way. Try again in a few seconds.',
      );
    }
    this.#taken.add(key);
    try {
      return await work();
    } finally {
      this.#taken.delete(key);
    }
  }
}
