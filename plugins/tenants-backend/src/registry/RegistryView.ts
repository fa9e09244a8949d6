import { LoggerService } from '@backstage/backend-plugin-api';
import {
  isError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { RegistryStatus } from '@tenantry/plugin-tenants-common';
import {
  BindingsView,
  Registry,
  RegistryReader,
  TenantBinding,
  tenantBindings,
} from '@tenantry/plugin-tenants-node';

export interface RegistryViewOptions {
  reader: RegistryReader;
  logger: LoggerService;
  now?: () => Date;
}

const staleAfterMs = 2 * 60_000;
const maximumFindings = 100;

/**
 * The registry as it was last read. A read that fails changes nothing but how far it can be
 * relied on: the forge being down must not make tenants disappear.
 */
export class RegistryView implements BindingsView {
  readonly #reader: RegistryReader;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #listeners = new Set<() => void>();
  #registry: Registry | undefined;
  #bindings: ReadonlyMap<string, TenantBinding> = new Map();
  #etag: string | undefined;
  #readAt: Date | undefined;
  #failure: string | undefined;
  #reading: Promise<void> = Promise.resolve();

  constructor({ reader, logger, now = () => new Date() }: RegistryViewOptions) {
    this.#reader = reader;
    this.#logger = logger;
    this.#now = now;
  }

  /** Address of the repository's root. */
  get url(): string {
    return this.#reader.url;
  }

  /** Whether the registry has been read at least once. */
  get isRead(): boolean {
    return this.#registry !== undefined;
  }

  /** @throws ServiceUnavailableError before the registry has been read for the first time. */
  registry(): Registry {
    if (!this.#registry) {
      throw new ServiceUnavailableError(
        `The registry has not been read yet. ${this.#failure ?? ''}`.trim(),
      );
    }
    return this.#registry;
  }

  current(): ReadonlyMap<string, TenantBinding> {
    return this.#bindings;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), {
      once: true,
    });
  }

  status(): RegistryStatus {
    const readAt = this.#readAt;
    const age = readAt ? this.#now().getTime() - readAt.getTime() : Infinity;
    return {
      ...(readAt && { readAt: readAt.toISOString() }),
      stale: age > staleAfterMs,
      ...(this.#failure && { message: this.#failure }),
      findings: this.#registry?.findings.slice(0, maximumFindings) ?? [],
    };
  }

  /** Reads the registry again, after a read that is under way. Never rejects. */
  refresh(signal?: AbortSignal): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read(signal));
    return this.#reading;
  }

  async #read(signal?: AbortSignal): Promise<void> {
    try {
      const { registry, etag } = await this.#reader.read({
        etag: this.#etag,
        signal,
      });
      this.#etag = etag;
      this.#confirm();
      this.#replace(registry);
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        this.#confirm();
      } else {
        this.#fail(error);
      }
    }
  }

  #confirm(): void {
    this.#readAt = this.#now();
    this.#failure = undefined;
  }

  #replace(registry: Registry): void {
    this.#registry = registry;
    this.#bindings = tenantBindings(registry);
    this.#logger.info(
      `The registry has ${registry.tenants.size} tenants in ${
        this.#bindings.size
      } environments`,
    );
    for (const { file, message } of registry.findings) {
      this.#logger.warn(`The registry leaves out ${file}: ${message}`);
    }
    this.#listeners.forEach(listener => listener());
  }

  #fail(error: unknown): void {
    this.#failure = stringifyError(error);
    this.#logger.warn(`The registry cannot be read: ${this.#failure}`);
  }
}
