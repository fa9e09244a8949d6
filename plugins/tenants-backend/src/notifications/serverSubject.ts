import { HeardServer } from '../collector';
import { NotificationSettings } from './NotificationSettings';
import { Subject } from './Subject';

/** A server as all sources that ask it see it. */
export interface ServerView {
  name: string;
  isCluster: boolean;
  /** What each source says of it; at least one. */
  states: readonly HeardServer[];
}

/** A cluster or another server, which hides the tenants behind it while it cannot be asked. */
export function serverSubject(
  view: ServerView,
  settings: NotificationSettings,
): Subject {
  const { operatorGroups, unknownAfterMs } = settings;
  return {
    id: `server/${view.name}`,
    operators: operatorGroups,
    condition: view.states.some(({ connected }) => !connected)
      ? {
          state: 'unwell',
          severity: 'critical',
          delayMs: unknownAfterMs,
          audience: operatorGroups,
        }
      : { state: 'well' },
    describe: news => ({
      topic: 'observability',
      link: linkTo(view),
      ...(news === 'recovered' ? answersAgain(view) : cannotBeAsked(view)),
    }),
  };
}

function cannotBeAsked(view: ServerView) {
  const lost = view.states.filter(({ connected }) => !connected);
  const tenants = new Set(
    lost.flatMap(({ keys }) => [...keys].map(key => key.split('/')[0])),
  );
  const why = lost.find(({ message }) => message)?.message ?? '';
  const hidden =
    tenants.size === 1
      ? 'It hides the state of 1 tenant.'
      : `It hides the state of ${tenants.size} tenants.`;
  return {
    title: `${nameOf(view)} cannot be observed`,
    description: `${hidden} ${why}`.trim(),
    severity: 'critical' as const,
  };
}

function answersAgain(view: ServerView) {
  return {
    title: `${nameOf(view)} can be observed again`,
    description: 'It answers every source that asks it.',
    severity: 'low' as const,
  };
}

function nameOf({ name, isCluster }: ServerView): string {
  return `${isCluster ? 'Cluster' : 'Server'} ${name}`;
}

function linkTo({ name, isCluster }: ServerView): string {
  return isCluster
    ? `/tenants?${new URLSearchParams({ cluster: name })}`
    : '/tenants?health=Unknown';
}
