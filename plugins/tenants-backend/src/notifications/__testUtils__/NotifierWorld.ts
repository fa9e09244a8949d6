import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Health } from '@tenantry/plugin-tenants-common';
import { parseRegistry, tenantBindings } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../../__testUtils__';
import { HeardServer } from '../../collector';
import { Lease } from '../../leases';
import { StatusHead } from '../../statuses';
import { IncidentStore } from '../IncidentStore';
import { NotificationSettings } from '../NotificationSettings';
import { Notifier } from '../Notifier';

export const operators = 'group:default/platform-operators';

const settings: NotificationSettings = {
  enabled: true,
  operatorGroups: [operators],
  brokenAfterMs: 60_000,
  unknownAfterMs: 600_000,
  wellAfterMs: 300_000,
  repeatAfterMs: 1_800_000,
  togetherAbove: 3,
  togetherWithinMs: 300_000,
};

/** A platform whose health and time a test decides about. */
export class NotifierWorld {
  readonly send = jest.fn<Promise<void>, [NotificationSendOptions]>();
  readonly logger = mockServices.logger.mock();
  readonly #registry;
  readonly #statuses = new Map<string, StatusHead>();
  #servers: HeardServer[] = [];
  #now = Date.UTC(2026, 0, 1);

  constructor(...tenants: string[]) {
    this.send.mockResolvedValue(undefined);
    this.#registry = parseRegistry(registryFiles(...tenants));
    tenants.forEach(tenant => this.set(tenant, 'Healthy'));
  }

  /** A notifier as it is after a start; the incidents are in the store. */
  notifier(
    store: IncidentStore,
    lease: Lease | undefined,
    overrides: Partial<NotificationSettings> = {},
  ): Notifier {
    return new Notifier({
      store,
      registry: {
        isRead: true,
        registry: () => this.#registry,
        current: () => tenantBindings(this.#registry),
      },
      engine: {
        assemblyLease: lease,
        statusOf: key => this.#statuses.get(key),
        servers: () => this.#servers,
      },
      notifications: { send: this.send },
      logger: this.logger,
      settings: { ...settings, ...overrides },
      now: () => new Date(this.#now),
      sendTimeoutMs: 50,
    });
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  set(tenant: string, health: Health, message?: string): void {
    this.#statuses.set(`${tenant}/devnet`, {
      tenant,
      environment: 'devnet',
      order: 1,
      cluster: 'devnet',
      namespace: `${tenant}-devnet`,
      health,
      reason: undefined,
      message,
      since: new Date(this.#now).toISOString(),
      sync: 'Synced',
    });
  }

  /** The cluster of all tenants answers, or does not. */
  setCluster(connected: boolean): void {
    const affected = [...this.#statuses.keys()];
    const at = new Date(this.#now).toISOString();
    this.#servers = ['kubernetes', 'argocd'].map(source => ({
      source,
      server: 'devnet',
      connected,
      ...(!connected && { message: 'The connection was refused.' }),
      observedAt: at,
      heardAt: at,
      affected,
      keys: new Set(affected),
    }));
  }

  /** Who was told what since the last time, as `<recipients>: <title>`. */
  told(): string[] {
    const told = this.send.mock.calls.map(([{ recipients, payload }]) =>
      recipients.type === 'entity'
        ? `${recipients.entityRef}: ${payload.title}`
        : `everybody: ${payload.title}`,
    );
    this.send.mockClear();
    return told;
  }
}
