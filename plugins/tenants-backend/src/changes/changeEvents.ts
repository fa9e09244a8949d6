import { ListedPullRequest } from '@tenantry/forges';
import { createHash } from 'node:crypto';
import { NewTimelineEvent } from '../status';
import { KeyedEvent } from '../store';
import { touchedPlaces } from './touchedPlaces';

/** The tenant environments that the registry has. */
export type KnownPlaces = Iterable<{ tenant: string; environment: string }>;

const maximumTitleLength = 200;
/** Length of the column. */
const keyLength = 36;

type Step = Pick<NewTimelineEvent, 'at' | 'type' | 'message' | 'revision'>;

/**
 * What a pull request did to the tenant environments that it touches: one event for each step and
 * tenant environment, with the same key whenever it is asked.
 *
 * The title of one that touches several tenants may name any of them, so that none is told it.
 */
export function changeEvents(
  pull: ListedPullRequest,
  paths: readonly string[],
  known: KnownPlaces,
): KeyedEvent[] {
  const touched = touchedPlaces(paths);
  const isShared = new Set(touched.map(({ tenant }) => tenant)).size > 1;
  const { number, url, author } = pull;
  const title = isShared
    ? `Change ${number} of several tenants`
    : pull.title.slice(0, maximumTitleLength);
  const places = [...known].filter(place =>
    touched.some(
      ({ tenant, environment = place.environment }) =>
        tenant === place.tenant && environment === place.environment,
    ),
  );
  return places.flatMap(({ tenant, environment }) =>
    stepsOf(pull, title).map(step => {
      const change = { number, url, title, author };
      const event = { ...step, tenant, environment, change };
      return { key: keyOfEvent(event), event };
    }),
  );
}

function stepsOf(pull: ListedPullRequest, title: string): Step[] {
  const { author, openedAt, mergedAt, mergeCommit, closedAt, state } = pull;
  const opened: Step = {
    at: openedAt,
    type: 'ChangeOpened',
    message: `${author} proposed: ${title}`,
  };
  if (state === 'merged' && mergedAt) {
    const merged: Step = {
      at: mergedAt,
      type: 'ChangeMerged',
      message: `The change was merged: ${title}`,
      ...(mergeCommit && { revision: mergeCommit }),
    };
    return [opened, merged];
  }
  if (state === 'closed' && closedAt) {
    const message = `The change was closed without being merged: ${title}`;
    return [opened, { at: closedAt, type: 'ChangeClosed', message }];
  }
  return [opened];
}

function keyOfEvent(event: NewTimelineEvent): string {
  const { type, at, tenant, environment, change } = event;
  return createHash('sha256')
    .update(JSON.stringify([type, at, tenant, environment, change?.url]))
    .digest('hex')
    .slice(0, keyLength);
}
