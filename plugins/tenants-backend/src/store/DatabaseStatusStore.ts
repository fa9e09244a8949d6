import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  TenantEnvironmentStatus,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { Knex } from 'knex';
import { NewTimelineEvent } from '../status';
import { ReadTimelineOptions, StatusStore } from './StatusStore';

const statusTable = 'tenant_environment_status';
const timelineTable = 'tenant_timeline';
const rowsPerStatement = 100;

interface StatusRow {
  tenant: string;
  environment: string;
  status: string;
}

interface TimelineRow {
  /** A number in SQLite, text in PostgreSQL. */
  id: number | string;
  tenant: string;
  environment: string;
  at: string;
  event: string;
}

/** Keeps statuses and timeline in the plugin's database. */
export class DatabaseStatusStore implements StatusStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Brings the database up to date first, unless it is configured not to. */
  static async create(database: DatabaseService): Promise<StatusStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@tenantry/plugin-tenants-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseStatusStore(knex);
  }

  async readStatuses(): Promise<TenantEnvironmentStatus[]> {
    const rows = await this.#knex<StatusRow>(statusTable).select('status');
    return rows.map(({ status }) => JSON.parse(status));
  }

  async write(changes: {
    statuses: readonly TenantEnvironmentStatus[];
    events: readonly NewTimelineEvent[];
  }): Promise<void> {
    await this.#knex.transaction(async transaction => {
      for (const rows of chunks(changes.statuses.map(statusRow))) {
        await transaction<StatusRow>(statusTable)
          .insert(rows)
          .onConflict(['tenant', 'environment'])
          .merge();
      }
      for (const rows of chunks(changes.events.map(timelineRow))) {
        await transaction<TimelineRow>(timelineTable).insert(rows);
      }
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
    const { tenant, since, after, limit } = options;
    const query = this.#knex<TimelineRow>(timelineTable)
      .where({ tenant })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
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

function statusRow(status: TenantEnvironmentStatus): StatusRow {
  const { tenant, environment } = status;
  return { tenant, environment, status: JSON.stringify(status) };
}

function timelineRow(event: NewTimelineEvent): Omit<TimelineRow, 'id'> {
  const { tenant, environment, at } = event;
  return { tenant, environment, at, event: JSON.stringify(event) };
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    yield rows.slice(start, start + rowsPerStatement);
  }
}
