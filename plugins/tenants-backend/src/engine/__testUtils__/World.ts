import { Health } from '@tenantry/plugin-tenants-common';
import {
  StatusSource,
  StatusSourceRun,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';

/** What sources find: the same for all replicas. */
export class World {
  readonly #health = new Map<string, Health>();
  readonly #runs = new Set<() => void>();
  /** Servers that are being observed now; one that is observed twice is there twice. */
  readonly observed: string[] = [];

  set(tenant: string, health: Health): void {
    this.#health.set(tenant, health);
    this.#runs.forEach(report => report());
  }

  /** A source that is run for each cluster on its own. */
  source(id: string): StatusSource {
    return {
      id,
      serversOf: binding => [binding.cluster],
      run: run => this.#observe(id, run),
    };
  }

  async #observe(id: string, run: StatusSourceRun): Promise<void> {
    const { bindings, sink, signal, server } = run;
    const report = () => {
      const places = [...bindings.current().values()];
      const observedAt = new Date().toISOString();
      places.forEach(binding =>
        sink.report({
          ...binding,
          observedAt,
          checks: [this.#check(id, binding)],
        }),
      );
      sink.reportConnectivity(
        { server: server!, connected: true, observedAt },
        places,
      );
    };
    const name = `${id}/${server}`;
    this.observed.push(name);
    this.#runs.add(report);
    bindings.onChange(report, signal);
    report();
    await new Promise(resolve => signal.addEventListener('abort', resolve));
    this.#runs.delete(report);
    this.observed.splice(this.observed.indexOf(name), 1);
  }

  #check(id: string, { tenant }: TenantBinding) {
    return {
      id: `${id}/participant`,
      object: 'Deployment/participant',
      health: this.#health.get(tenant) ?? ('Healthy' as const),
    };
  }
}
