import {
  TenantEnvironmentDetails,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { Knex } from 'knex';
import { Lease } from '../leases';
import { chunks } from './chunks';
import { fencedTransaction, requireHeld } from './fencedTransaction';
import { readByKey } from './readByKey';
import { KeyedEvent, ReadTimelineOptions, StatusStore } from './StatusStore';
import { addTimelineEvents, TimelineRow, timelineTable } from './timelineRows';
import { nextVersion } from './versions';

const statusTable = 'tenant_environment_status';

interface StatusRow {
  tenant: string;
  environment: string;
  status: string;
  version: number;
}

/** Keeps statuses and timeline in the plugin's database, whose migrations have run. */
export class DatabaseStatusStore implements StatusStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async *readStatuses(
    version: number,
  ): AsyncGenerator<TenantEnvironmentDetails> {
    const newer = () =>
      this.#knex<StatusRow>(statusTable).where('version', '>', version);
    const key = ['tenant', 'environment'] as const;
    for await (const { status } of readByKey<StatusRow>(newer, key)) {
      yield JSON.parse(status);
    }
  }

  async writeStatuses(changes: {
    lease: Lease;
    statuses: readonly TenantEnvironmentDetails[];
    events: readonly KeyedEvent[];
  }): Promise<number> {
    const { lease, statuses, events } = changes;
    return fencedTransaction(this.#knex, [lease], async fenced => {
      requireHeld(fenced, lease);
      const { transaction } = fenced;
      const version = await nextVersion(transaction, 'statuses');
      for (const some of chunks(statuses)) {
        await transaction<StatusRow>(statusTable)
          .insert(some.map(status => statusRow(status, version)))
          .onConflict(['tenant', 'environment'])
          .merge();
      }
      await addTimelineEvents(transaction, events);
      return version;
    });
  }

  async forgetEnvironment(tenant: string, environment: string): Promise<void> {
    await this.#knex<StatusRow>(statusTable)
      .where({ tenant, environment })
      .delete();
  }

  async forgetTenant(tenant: string): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction<StatusRow>(statusTable).where({ tenant }).delete();
      await transaction<TimelineRow>(timelineTable).where({ tenant }).delete();
    });
  }

  async readTimeline(options: ReadTimelineOptions): Promise<TimelineEvent[]> {
    const { tenant, types, environment, since, after, limit } = options;
    const query = this.#knex<TimelineRow>(timelineTable)
      .where({ tenant, ...(environment && { environment }) })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (types && types.length > 0) {
      query.whereIn('type', [...types]);
    }
    if (since) {
      query.where('at', '>=', since);
    }
    if (after) {
      query.where(older =>
        older
          .where('at', '<', after.at)
          .orWhere(same =>
            same.where('at', after.at).where('id', '<', Number(after.id)),
          ),
      );
    }
    const rows = await query;
    return rows.map(({ id, event }) => ({
      id: String(id),
      ...JSON.parse(event),
    }));
  }

  async pruneTimeline(limits: {
    olderThan: Date;
    maximumEventsPerTenant: number;
  }): Promise<void> {
    await this.#knex<TimelineRow>(timelineTable)
      .where('at', '<', limits.olderThan.toISOString())
      .delete();
    const crowded = await this.#knex<TimelineRow>(timelineTable)
      .select('tenant')
      .groupBy('tenant')
      .havingRaw('count(*) > ?', [limits.maximumEventsPerTenant]);
    for (const { tenant } of crowded) {
      await this.#pruneTenant(tenant, limits.maximumEventsPerTenant);
    }
  }

  async #pruneTenant(tenant: string, maximumEvents: number): Promise<void> {
    const newestTooMany = await this.#knex<TimelineRow>(timelineTable)
      .where({ tenant })
      .orderBy('id', 'desc')
      .offset(maximumEvents)
      .first('id');
    if (newestTooMany) {
      await this.#knex<TimelineRow>(timelineTable)
        .where({ tenant })
        .where('id', '<=', newestTooMany.id)
        .delete();
    }
  }
}

function statusRow(
  status: TenantEnvironmentDetails,
  version: number,
): StatusRow {
  const { tenant, environment } = status;
  return { tenant, environment, status: JSON.stringify(status), version };
}
