import { groupSubject } from './groupSubject';
import { Incident, IncidentGroup } from './Incident';
import { NotificationSettings } from './NotificationSettings';
import { Subject } from './Subject';

/** One thing to tell. */
export interface Message {
  subject: Subject;
  news: 'unwell' | 'recovered';
  /** Entity refs of the readers. */
  audience: readonly string[];
  /** Later messages of a scope replace earlier ones. */
  scope: string;
}

/** Messages, and the incidents that are stored once all of them are sent. */
export interface Dispatch {
  messages: Message[];
  incidents: Incident[];
}

/** An incident of which people have to be told. */
export interface News {
  subject: Subject;
  incident: Incident;
  tell: Pick<Message, 'news' | 'audience'>;
}

export interface PlanDispatchesOptions {
  /** Every subject, with its incident as it is about to be. */
  steps: readonly { subject: Subject; incident?: Incident }[];
  news: readonly News[];
  now: Date;
  settings: Pick<NotificationSettings, 'togetherAbove' | 'togetherWithinMs'>;
}

/**
 * Owners are told of each incident. Operators are too, unless many tenant environments become
 * unwell at once, as when a node is lost: they are told of all of these together, and once more when
 * the last of them is well again.
 */
export function planDispatches(options: PlanDispatchesOptions): Dispatch[] {
  const { news } = options;
  const gathered = news.filter(
    item =>
      item.subject.place && isUnwell(item) && operatorsOf(item).length > 0,
  );
  const group =
    gathered.length > 0 ? currentGroup(gathered, options) : undefined;
  const together = new Set(group ? gathered : []);
  const others = news
    .filter(item => !together.has(item))
    .map(item => (isUnwell(item) ? unwell(item) : recovered(item, options)));
  return group ? [...others, unwellTogether(group, gathered, options)] : others;
}

/** The group of what becomes unwell now; `undefined` while that is not much. */
function currentGroup(
  [{ incident: first }]: readonly News[],
  { steps, now, settings }: PlanDispatchesOptions,
): IncidentGroup | undefined {
  const isRecent = (at: string) =>
    now.getTime() - Date.parse(at) < settings.togetherWithinMs;
  const open = steps.flatMap(({ subject, incident }) =>
    subject.place && incident && !incident.closedAt ? incident : [],
  );
  const begun = open.filter(({ openedAt }) => isRecent(openedAt));
  const group = open
    .flatMap(incident => incident.group ?? [])
    .find(({ since }) => isRecent(since));
  return begun.length > settings.togetherAbove
    ? group ?? { id: first.id, since: now.toISOString() }
    : group;
}

function unwell(item: News): Dispatch {
  const { group: _, ...incident } = item.incident;
  return {
    messages: [messageTo(item.tell.audience, item)],
    incidents: [incident],
  };
}

function unwellTogether(
  group: IncidentGroup,
  gathered: readonly News[],
  { steps }: PlanDispatchesOptions,
): Dispatch {
  const members = steps.filter(
    ({ subject, incident }) =>
      isIn(group, incident) || gathered.some(item => item.subject === subject),
  );
  return {
    messages: [
      ...gathered.map(item => messageTo(ownersOf(item), item)),
      {
        subject: groupSubject(
          group,
          members.map(({ subject }) => subject),
        ),
        news: 'unwell',
        audience: [...new Set(gathered.flatMap(operatorsOf))],
        scope: scopeOf(group),
      },
    ],
    incidents: gathered.map(({ incident }) => ({ ...incident, group })),
  };
}

function recovered(
  item: News,
  { steps, news }: PlanDispatchesOptions,
): Dispatch {
  const { incident, subject } = item;
  const { group } = incident;
  if (!group) {
    return {
      messages: [messageTo(item.tell.audience, item)],
      incidents: [incident],
    };
  }
  const isLast =
    !steps.some(other => isIn(group, other.incident)) &&
    news.find(other => other.incident.group?.id === group.id) === item;
  const end: Message = {
    subject: groupSubject(group, [subject]),
    news: 'recovered',
    audience: operatorsOf(item),
    scope: scopeOf(group),
  };
  return {
    messages: [messageTo(ownersOf(item), item), ...(isLast ? [end] : [])],
    incidents: [incident],
  };
}

function isIn(group: IncidentGroup, incident: Incident | undefined): boolean {
  return incident?.group?.id === group.id && !incident.closedAt;
}

function isUnwell({ tell }: News): boolean {
  return tell.news === 'unwell';
}

function messageTo(
  audience: readonly string[],
  { subject, incident, tell }: News,
): Message {
  const scope = `tenants/${incident.id}`;
  return { subject, news: tell.news, audience, scope };
}

function scopeOf({ id }: IncidentGroup): string {
  return `tenants/group/${id}`;
}

function operatorsOf({ subject, tell }: News): string[] {
  return tell.audience.filter(ref => subject.operators.includes(ref));
}

function ownersOf({ subject, tell }: News): string[] {
  return tell.audience.filter(ref => !subject.operators.includes(ref));
}
