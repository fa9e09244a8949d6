import { TenantBinding } from '../../registry';
import { BindingsView } from '../../sources';

/** Bindings that a test sets. */
export class TestBindings implements BindingsView {
  readonly #listeners = new Set<() => void>();
  #bindings = new Map<string, TenantBinding>();

  current(): ReadonlyMap<string, TenantBinding> {
    return this.#bindings;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  set(...bindings: TenantBinding[]): void {
    this.#bindings = new Map(
      bindings.map(entry => [`${entry.tenant}-${entry.environment}`, entry]),
    );
    this.#listeners.forEach(listener => listener());
  }
}

export function binding(
  tenant: string,
  overrides: Partial<TenantBinding> = {},
): TenantBinding {
  return {
    tenant,
    environment: 'devnet',
    order: 1,
    cluster: 'devnet',
    namespace: tenant,
    application: {
      engine: 'argocd',
      cluster: 'hub',
      namespace: 'argocd',
      name: tenant,
    },
    metricMatchers: { namespace: tenant },
    repositoryPath: `clients/${tenant}/devnet`,
    owner: `group:default/${tenant}`,
    suspended: false,
    components: [],
    ...overrides,
  };
}
