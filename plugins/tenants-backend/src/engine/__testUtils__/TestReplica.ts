import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { parseRegistry, StatusSource } from '@tenantry/plugin-tenants-node';
import { Knex } from 'knex';
import { registryFiles } from '../../__testUtils__';
import { ChangeSignal } from '../../live/ChangeSignal';
import { ReplicaBus } from '../../live/ReplicaBus';
import { RegistryView } from '../../registry/RegistryView';
import { createEngineStore } from '../../store';
import { StatusEngine } from '../StatusEngine';
import { FaultyStore } from './FaultyStore';

export interface TestReplicaOptions {
  name: string;
  knex: Knex;
  sources: readonly StatusSource[];
  /** For the leases. */
  clock(): number;
  tenants?: readonly string[];
  staleAfterMs?: number;
}

/** One replica of the backend, as far as the engine goes. */
export class TestReplica {
  readonly faults: FaultyStore;
  readonly signals = jest.fn(async () => undefined);
  readonly engine: StatusEngine;

  private constructor(options: TestReplicaOptions, registry: RegistryView) {
    const logger = mockServices.logger.mock();
    const { name, clock } = options;
    this.faults = new FaultyStore(createEngineStore(options.knex));
    this.engine = new StatusEngine({
      replica: name,
      sources: options.sources,
      registry,
      store: this.faults.store,
      change: new ChangeSignal({
        logger,
        signals: { publish: this.signals },
        intervalMs: 1,
      }),
      bus: new ReplicaBus({
        logger,
        replica: name,
        events: mockServices.events.mock({
          subscribe: async () => undefined,
          publish: async () => undefined,
        }),
      }),
      metrics: metricsServiceMock.mock(),
      logger,
      staleAfterMs: options.staleAfterMs ?? 300_000,
      runbookUrl: () => undefined,
      timing: {
        leaseClock: clock,
        beatMs: 5,
        pollMs: 5,
        coalesceMs: 1,
        retryMs: 5,
      },
    });
  }

  static async start(options: TestReplicaOptions): Promise<TestReplica> {
    const { tenants = ['acme-01', 'globex-01'] } = options;
    const registry = new RegistryView({
      logger: mockServices.logger.mock(),
      reader: {
        url: 'https://forge.example.com/',
        read: async () => ({
          registry: parseRegistry(registryFiles(...tenants)),
          etag: '1',
        }),
      },
    });
    await registry.refresh();
    const replica = new TestReplica(options, registry);
    await replica.engine.start();
    return replica;
  }

  healthOf(tenant: string): string | undefined {
    return this.engine.statusOf(`${tenant}/devnet`)?.health;
  }

  checksOf(tenant: string): string[] {
    const components =
      this.engine.confirmedStatusOf(`${tenant}/devnet`)?.components ?? [];
    return components.flatMap(({ checks }) => checks.map(({ id }) => id));
  }
}
