import { LoggerService } from '@backstage/backend-plugin-api';
import { BindingsView } from '@tenantry/plugin-tenants-node';
import { Lease } from '../leases';
import { Outbox } from './Outbox';
import { runSource } from './runSource';
import { ServerBook } from './ServerBook';
import { bindingsOf, WorkUnit } from './workUnits';

export interface SourceRunnerOptions {
  bindings: BindingsView;
  outbox: Outbox;
  servers: ServerBook;
  logger: LoggerService;
}

interface Run {
  lease: Lease;
  controller: AbortController;
  done: Promise<void>;
}

/** Runs the sources whose leases this replica holds. */
export class SourceRunner {
  readonly #options: SourceRunnerOptions;
  readonly #runs = new Map<string, Run>();

  constructor(options: SourceRunnerOptions) {
    this.#options = options;
  }

  start(unit: WorkUnit, lease: Lease): void {
    const { bindings, outbox, servers, logger } = this.#options;
    const { source, server } = unit;
    const controller = new AbortController();
    const answeredAt = new Map(
      servers
        .all()
        .filter(state => state.source === source.id)
        .flatMap(state =>
          state.answeredAt ? [[state.server, state.answeredAt]] : [],
        ),
    );
    const done = runSource({
      source,
      server,
      bindings: bindingsOf(unit, bindings),
      sink: outbox.open({ lease, source: source.id, answeredAt }),
      logger: logger.child({ source: source.id, ...(server && { server }) }),
      signal: controller.signal,
    });
    this.#runs.set(lease.unit, { lease, controller, done });
  }

  stop(lease: Lease): void {
    this.#runs.get(lease.unit)?.controller.abort();
    this.#runs.delete(lease.unit);
    this.#options.outbox.close(lease);
  }

  /** Stops everything, and resolves once it has ended. */
  async stopAll(): Promise<void> {
    const runs = [...this.#runs.values()];
    runs.forEach(({ lease }) => this.stop(lease));
    await Promise.all(runs.map(({ done }) => done));
  }
}
