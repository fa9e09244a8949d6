import { ListedCommit, ListedPullRequest } from '@tenantry/forges';
import { TimelineChange } from '@tenantry/plugin-tenants-common';
import { NewTimelineEvent } from '../status';
import { KeyedEvent, keyedEvent } from '../store';
import { TouchedPlace, touchedPlaces } from './touchedPlaces';

/** The tenant environments that the registry has. */
export type KnownPlaces = Iterable<{ tenant: string; environment: string }>;

const maximumTitleLength = 200;
const shortRevisionLength = 8;

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
  const { number, url, author } = pull;
  const title = titleFor(touched, pull.title, `Change ${number}`);
  const change = { number, url, title, author };
  return eventsOf(change, stepsOf(pull, title), touched, known);
}

/** The same of a commit that came to the branch without a pull request. */
export function commitEvents(
  commit: ListedCommit,
  paths: readonly string[],
  known: KnownPlaces,
): KeyedEvent[] {
  const touched = touchedPlaces(paths);
  const { id, url, author, committedAt: at } = commit;
  const shortId = id.slice(0, shortRevisionLength);
  const title = titleFor(touched, commit.title, `Commit ${shortId}`);
  const message = `${author} committed without a pull request: ${title}`;
  const step: Step = { at, type: 'ChangeCommitted', message, revision: id };
  return eventsOf({ url, title, author }, [step], touched, known);
}

function titleFor(
  touched: readonly TouchedPlace[],
  title: string,
  name: string,
): string {
  const isShared = new Set(touched.map(({ tenant }) => tenant)).size > 1;
  return isShared
    ? `${name} of several tenants`
    : title.slice(0, maximumTitleLength);
}

function eventsOf(
  change: TimelineChange,
  steps: readonly Step[],
  touched: readonly TouchedPlace[],
  known: KnownPlaces,
): KeyedEvent[] {
  const folders = new Set(touched.map(folderOf));
  const places = [...known].filter(
    place =>
      folders.has(folderOf({ tenant: place.tenant })) ||
      folders.has(folderOf(place)),
  );
  return places.flatMap(({ tenant, environment }) =>
    steps.map(step => keyedEvent({ ...step, tenant, environment, change })),
  );
}

function folderOf({ tenant, environment = '' }: TouchedPlace): string {
  return `${tenant}/${environment}`;
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
