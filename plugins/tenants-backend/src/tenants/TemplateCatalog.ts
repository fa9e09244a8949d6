import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TemplateVersions } from './versions';

const versionAnnotation = 'tenantry.dev/template-version';
const refreshMs = 5 * 60_000;

/** The versions of the templates in the catalog, asked for now and then. */
export class TemplateCatalog {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #versions: TemplateVersions = new Map();
  #readAt = -Infinity;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** By name; empty before the catalog has answered. */
  versions(): TemplateVersions {
    return this.#versions;
  }

  /** Asks the catalog, if the last time was long ago. Keeps what is known when it fails. */
  async refresh(): Promise<void> {
    if (this.#now() - this.#readAt < refreshMs) {
      return;
    }
    try {
      const versions = await this.#read();
      this.#readAt = this.#now();
      if (!isEqual(versions, this.#versions)) {
        this.#versions = versions;
      }
    } catch (error) {
      this.#logger.warn(
        `The catalog does not tell the templates: ${stringifyError(error)}`,
      );
    }
  }

  async #read(): Promise<TemplateVersions> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Template' },
        fields: ['metadata.name', 'metadata.annotations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Map(
      items.flatMap(({ metadata }): [string, string][] => {
        const version = metadata.annotations?.[versionAnnotation];
        return version ? [[metadata.name, version]] : [];
      }),
    );
  }
}

function isEqual(left: TemplateVersions, right: TemplateVersions): boolean {
  return (
    left.size === right.size &&
    [...left].every(([name, version]) => right.get(name) === version)
  );
}
