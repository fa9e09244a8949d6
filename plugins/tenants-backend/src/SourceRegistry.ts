import {
  MetricsSource,
  StatusSource,
  TenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';

/** The sources that modules have added. */
export class SourceRegistry implements TenantsSourcesExtensionPoint {
  readonly #statusSources = new Map<string, StatusSource>();
  #metricsSource: MetricsSource | undefined;

  get statusSources(): StatusSource[] {
    return [...this.#statusSources.values()];
  }

  get metricsSource(): MetricsSource | undefined {
    return this.#metricsSource;
  }

  addStatusSource(source: StatusSource): void {
    if (this.#statusSources.has(source.id)) {
      throw new Error(`There are two status sources "${source.id}".`);
    }
    this.#statusSources.set(source.id, source);
  }

  setMetricsSource(source: MetricsSource): void {
    if (this.#metricsSource) {
      throw new Error('There are two sources of metrics; there can be one.');
    }
    this.#metricsSource = source;
  }
}
