import { Health } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { StatusHead } from '../statuses';
import { Condition } from './Incident';
import { NotificationSettings } from './NotificationSettings';
import { Subject } from './Subject';

/** Owners learn how it is, and on the page what they may see of why. */
const explanations: Partial<Record<Health, string>> = {
  Degraded: 'Something is broken. Its page says what is known.',
  Missing:
    'Something that belongs to it does not exist. Its page says what is known.',
  Unknown: 'Its state could not be confirmed for a while. It may be well.',
};

/** A tenant environment, as far as people are notified of it. */
export function environmentSubject(options: {
  binding: TenantBinding;
  /** Title of the tenant. */
  title: string;
  /** Absent while nothing is known yet. */
  status?: StatusHead;
  /** Operators are told of the server that cannot be asked, instead of each tenant behind it. */
  isHidden: boolean;
  now: Date;
  settings: NotificationSettings;
}): Subject {
  const { binding, title, status, settings } = options;
  const { tenant, environment, cluster } = binding;
  const place = `${title} (${tenant}) in ${environment}`;
  return {
    id: `environment/${tenant}/${environment}`,
    place: { tenant, environment, cluster },
    condition: conditionOf(options),
    operators: settings.operatorGroups,
    describe: (news, reader) => ({
      topic: 'tenant-health',
      link: linkTo(tenant, environment),
      ...(news === 'recovered'
        ? recovered(place, status)
        : unwell(place, status, reader)),
    }),
  };
}

function conditionOf(
  options: Parameters<typeof environmentSubject>[0],
): Condition {
  const { binding, status, isHidden, settings } = options;
  const { brokenAfterMs, operatorGroups } = settings;
  const everybody = [...new Set([binding.owner, ...operatorGroups])];
  switch (status?.health) {
    case 'Healthy':
    case 'Suspended':
      return { state: 'well' };
    case 'Degraded':
    case 'Missing':
      return {
        state: 'unwell',
        severity: 'high',
        delayMs: brokenAfterMs,
        audience: everybody,
      };
    case 'Unknown':
      return isUnknownForLong(options)
        ? {
            state: 'unwell',
            severity: 'normal',
            delayMs: 0,
            audience: isHidden ? [binding.owner] : everybody,
          }
        : { state: 'undecided' };
    default:
      return { state: 'undecided' };
  }
}

function isUnknownForLong({
  status,
  now,
  settings,
}: Parameters<typeof environmentSubject>[0]): boolean {
  const since = Date.parse(status?.since ?? '');
  return now.getTime() - since >= settings.unknownAfterMs;
}

function unwell(
  place: string,
  status: StatusHead | undefined,
  reader: 'operator' | 'owner',
) {
  const health = status?.health ?? 'Unknown';
  const seen = reader === 'operator' ? status?.message : undefined;
  return {
    title: `${place} is ${health}`,
    description: seen ?? explanations[health],
    severity: health === 'Unknown' ? ('normal' as const) : ('high' as const),
  };
}

function recovered(place: string, status: StatusHead | undefined) {
  return status?.health === 'Suspended'
    ? {
        title: `${place} is suspended`,
        description: 'It was switched off on purpose.',
        severity: 'low' as const,
      }
    : {
        title: `${place} is well again`,
        description: 'Everything that is checked is well.',
        severity: 'low' as const,
      };
}

function linkTo(tenant: string, environment: string): string {
  const query = new URLSearchParams({ environment });
  return `/tenants/${encodeURIComponent(tenant)}?${query}`;
}
