import {
  GitOpsEngine,
  MetricsSource,
  StatusSource,
  TenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';

/** The sources that modules have added. */
export class SourceRegistry implements TenantsSourcesExtensionPoint {
  readonly #statusSources = new Map<string, StatusSource>();
  readonly #gitOpsEngines = new Map<string, GitOpsEngine>();
  #metricsSource: MetricsSource | undefined;

  get statusSources(): StatusSource[] {
    return [...this.#statusSources.values()];
  }

  /** By id. */
  get gitOpsEngines(): ReadonlyMap<string, GitOpsEngine> {
    return this.#gitOpsEngines;
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

  addGitOpsEngine(engine: GitOpsEngine): void {
    if (this.#gitOpsEngines.has(engine.id)) {
      throw new Error(`There are two GitOps engines "${engine.id}".`);
    }
    this.#gitOpsEngines.set(engine.id, engine);
  }

  setMetricsSource(source: MetricsSource): void {
    if (this.#metricsSource) {
      throw new Error('There are two sources of metrics; there can be one.');
    }
    this.#metricsSource = source;
  }
}
