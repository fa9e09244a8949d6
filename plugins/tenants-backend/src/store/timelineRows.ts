import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { NewTimelineEvent } from '../status';
import { chunks } from './chunks';
import { BigInteger } from './DatabaseLeaseStore';
import { KeyedEvent } from './StatusStore';

export const timelineTable = 'tenant_timeline';

export interface TimelineRow {
  id: BigInteger;
  tenant: string;
  environment: string;
  at: string;
  type: string;
  event: string;
  key: string;
}

/** Length of the column. */
const keyLength = 36;

/** Gives an event a key that is the same whoever tells it, and however often. */
export function keyedEvent(event: NewTimelineEvent): KeyedEvent {
  const { type, at, tenant, environment } = event;
  const key = createHash('sha256')
    .update(JSON.stringify([type, at, tenant, environment, subjectOf(event)]))
    .digest('hex')
    .slice(0, keyLength);
  return { key, event };
}

/** What tells an event from others of its kind at the same time in the same place. */
function subjectOf(event: NewTimelineEvent): string | undefined {
  const { change, alert, wave, health, revision } = event;
  return change?.url ?? alert?.name ?? wave?.rollout ?? health ?? revision;
}

/** Stores events; those that are stored already are left as they are. */
export async function addTimelineEvents(
  knex: Knex,
  events: readonly KeyedEvent[],
): Promise<void> {
  for (const some of chunks(events)) {
    await knex<TimelineRow>(timelineTable)
      .insert(some.map(timelineRow))
      .onConflict('key')
      .ignore();
  }
}

function timelineRow({ key, event }: KeyedEvent): Omit<TimelineRow, 'id'> {
  const { tenant, environment, at, type } = event;
  return { tenant, environment, at, type, event: JSON.stringify(event), key };
}
