import {
  BindingsView,
  StatusSink,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';

/** A binding of a Canton tenant environment. */
export function bindingOf(
  tenant: string,
  environment: string,
  overrides: Partial<TenantBinding> = {},
): TenantBinding {
  const namespace = `${tenant}-${environment}`;
  return {
    tenant,
    environment,
    order: 1,
    cluster: environment,
    namespace,
    application: {
      engine: 'argocd',
      cluster: 'hub',
      namespace: 'argocd',
      name: namespace,
    },
    metricMatchers: { cluster: environment, namespace },
    repositoryPath: `clients/${tenant}/${environment}`,
    owner: `group:default/${tenant}`,
    suspended: false,
    components: [
      {
        name: 'participant',
        title: 'Participant',
        type: 'canton-participant',
        checks: ['metric/participant-*', 'metric/ledger-*', 'metric/traffic-*'],
      },
    ],
    ...overrides,
  };
}

/** A registry that can be changed. */
export function bindingsView(...initial: TenantBinding[]) {
  const listeners = new Set<() => void>();
  let current = byName(initial);
  const view: BindingsView = {
    current: () => current,
    onChange: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  const change = (...bindings: TenantBinding[]) => {
    current = byName(bindings);
    listeners.forEach(listener => listener());
  };
  return { view, change };
}

export function mockSink() {
  return {
    report: jest.fn<void, Parameters<StatusSink['report']>>(),
    reportConnectivity: jest.fn<
      void,
      Parameters<StatusSink['reportConnectivity']>
    >(),
  };
}

function byName(bindings: TenantBinding[]): Map<string, TenantBinding> {
  return new Map(
    bindings.map(binding => [
      `${binding.tenant}-${binding.environment}`,
      binding,
    ]),
  );
}
