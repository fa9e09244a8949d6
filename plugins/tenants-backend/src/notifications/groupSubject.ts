import { NotificationSeverity } from '@backstage/plugin-notifications-common';
import { IncidentGroup } from './Incident';
import { Subject } from './Subject';

const maximumNamed = 5;

type Place = NonNullable<Subject['place']>;

/** Tenant environments that became unwell at once, as operators are told of them together. */
export function groupSubject(
  group: IncidentGroup,
  members: readonly Subject[],
): Subject {
  const places = members.flatMap(({ place }) => place ?? []);
  return {
    id: `group/${group.id}`,
    condition: { state: 'undecided' },
    operators: members.flatMap(({ operators }) => operators),
    describe: news => ({
      topic: 'tenant-health',
      link: linkTo(places),
      ...(news === 'recovered'
        ? recovered(group)
        : unwell(places, severityOf(members))),
    }),
  };
}

function unwell(places: readonly Place[], severity: NotificationSeverity) {
  const named = places
    .slice(0, maximumNamed)
    .map(({ tenant, environment }) => `${tenant} in ${environment}`)
    .join(', ');
  const others = places.length - maximumNamed;
  return {
    title: `${places.length} tenant environments became unwell at once`,
    description:
      `${named}${
        others > 0 ? ` and ${others} more` : ''
      }. Look first for what they share: ` +
      'a node, the network, the storage, a change of the platform.',
    severity,
  };
}

function recovered({ since }: IncidentGroup) {
  return {
    title: 'What became unwell at once is well again',
    description: `That was on ${since}. Everything that is checked is well.`,
    severity: 'low' as const,
  };
}

function severityOf(members: readonly Subject[]): NotificationSeverity {
  const isHigh = members.some(
    ({ condition }) =>
      condition.state === 'unwell' && condition.severity === 'high',
  );
  return isHigh ? 'high' : 'normal';
}

function linkTo(places: readonly Place[]): string {
  const clusters = new Set(places.map(({ cluster }) => cluster));
  const [cluster] = clusters;
  return clusters.size === 1
    ? `/tenants?${new URLSearchParams({ cluster })}`
    : '/tenants';
}
