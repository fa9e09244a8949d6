import {
  TenantEnvironmentStatus,
  TimelineEvent,
  TimelineEventType,
  TrackedChange,
} from '@tenantry/plugin-tenants-common';
import { CommitOrder } from '../changes';
import { ReadTimelineOptions, StatusStore } from '../store';
import { followChanges } from './followChanges';

export interface TimelineReaderOptions {
  store: Pick<StatusStore, 'readTimeline'>;
  order: Pick<CommitOrder, 'positionsOf'>;
  /** The status now, with the times at which it was confirmed. */
  statusOf: (
    tenant: string,
    environment: string,
  ) => TenantEnvironmentStatus | undefined;
}

/** One page of a timeline. */
export interface TimelinePage {
  /** Newest first. */
  items: TimelineEvent[];
  /** The changes that some of them belong to. */
  changes: TrackedChange[];
  /** Whether there are older events. */
  hasOlder: boolean;
}

/** The events that changes are followed by; the latest of a tenant. */
const followedTypes: TimelineEventType[] = [
  'ChangeOpened',
  'ChangeMerged',
  'ChangeClosed',
  'ChangeCommitted',
  'WaveProposed',
  'WaveHealthy',
  'WaveHalted',
  'RevisionChanged',
  'Synced',
  'HealthChanged',
];
const maximumFollowed = 500;

/** Reads the timeline of a tenant, and says what followed from the changes in it. */
export class TimelineReader {
  readonly #options: TimelineReaderOptions;

  constructor(options: TimelineReaderOptions) {
    this.#options = options;
  }

  async read(options: ReadTimelineOptions): Promise<TimelinePage> {
    const { limit } = options;
    const events = await this.#options.store.readTimeline({
      ...options,
      // One more tells whether there is a next page.
      limit: limit + 1,
    });
    const items = events.slice(0, limit);
    return {
      items,
      changes: items.length > 0 ? await this.#changesOf(items, options) : [],
      hasOlder: events.length > limit,
    };
  }

  async #changesOf(
    items: readonly TimelineEvent[],
    { tenant, environment }: ReadTimelineOptions,
  ): Promise<TrackedChange[]> {
    const { store, order, statusOf } = this.#options;
    const followed = await store.readTimeline({
      tenant,
      environment,
      types: followedTypes,
      limit: maximumFollowed,
    });
    const environments = new Set(followed.map(event => event.environment));
    const statuses = new Map(
      [...environments].map(name => [name, statusOf(tenant, name)] as const),
    );
    const positions = await order.positionsOf(
      revisionsOf(followed, [...statuses.values()]),
    );
    const shown = new Set(items.map(({ id }) => id));
    return followChanges({
      events: followed.toReversed(),
      positions,
      statusOf: name => statuses.get(name),
    })
      .map(change => ({
        ...change,
        events: change.events.filter(id => shown.has(id)),
      }))
      .filter(({ events }) => events.length > 0);
  }
}

function revisionsOf(
  events: readonly TimelineEvent[],
  statuses: readonly (TenantEnvironmentStatus | undefined)[],
): string[] {
  const revisions = [
    ...events.map(({ revision }) => revision),
    ...statuses.flatMap(status => [
      status?.gitops?.revision,
      ...(status?.gitops?.history ?? []).map(({ revision }) => revision),
    ]),
  ];
  return [...new Set(revisions)].filter(revision => revision !== undefined);
}
