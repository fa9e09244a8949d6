import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { NotificationSettings } from './notifications';

/** What the plugin can be told. */
export interface TenantsConfig {
  /** Statuses that no source confirms for longer turn Unknown. */
  staleAfterMs: number;
  timeline: {
    maximumAgeMs: number;
    maximumEventsPerTenant: number;
  };
  notifications: NotificationSettings;
  /** The address of a runbook, where the platform has published them. */
  runbookUrl(slug: string): string | undefined;
}

const fiveMinutesMs = 5 * 60_000;
const ninetyDaysMs = 90 * 24 * 3_600_000;
const minuteMs = 60_000;
const defaultOperatorGroups = ['group:default/platform-operators'];

/** @throws InputError naming the key that is wrong. */
export function readTenantsConfig(config: RootConfigService): TenantsConfig {
  return {
    staleAfterMs:
      optionalDurationMs(config, 'tenants.status.staleAfter') ?? fiveMinutesMs,
    timeline: {
      maximumAgeMs:
        optionalDurationMs(config, 'tenants.timeline.maximumAge') ??
        ninetyDaysMs,
      maximumEventsPerTenant:
        config.getOptionalNumber('tenants.timeline.maximumEventsPerTenant') ??
        1_000,
    },
    notifications: readNotifications(config),
    runbookUrl: readRunbooks(config),
  };
}

function readNotifications(config: RootConfigService): NotificationSettings {
  const durationMs = (name: string, minutes: number) =>
    optionalDurationMs(config, `tenants.notifications.${name}`) ??
    minutes * minuteMs;
  return {
    enabled: config.getOptionalBoolean('tenants.notifications.enabled') ?? true,
    operatorGroups: readOperatorGroups(config),
    brokenAfterMs: durationMs('brokenAfter', 1),
    unknownAfterMs: durationMs('unknownAfter', 10),
    wellAfterMs: durationMs('wellAfter', 5),
    repeatAfterMs: durationMs('repeatAfter', 30),
    togetherAbove:
      config.getOptionalNumber('tenants.notifications.togetherAbove') ?? 5,
    togetherWithinMs: durationMs('togetherWithin', 5),
  };
}

/** The same groups as may see everything, unless others are named. */
function readOperatorGroups(config: RootConfigService): string[] {
  const groups =
    config.getOptionalStringArray('tenants.notifications.operatorGroups') ??
    config.getOptionalStringArray('tenants.permission.operatorGroups') ??
    defaultOperatorGroups;
  return groups.map(group =>
    stringifyEntityRef(
      parseEntityRef(group, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ),
  );
}

function readRunbooks(config: RootConfigService): TenantsConfig['runbookUrl'] {
  const key = 'tenants.runbooks.baseUrl';
  const baseUrl = config.getOptionalString(key);
  const suffix = config.getOptionalString('tenants.runbooks.suffix') ?? '';
  if (baseUrl === undefined) {
    return () => undefined;
  }
  if (!/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? '')) {
    throw new InputError(
      `The configuration ${key} is "${baseUrl}"; it has to be a URL that begins with https:// or http://.`,
    );
  }
  const directory = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  return slug => `${directory}${encodeURIComponent(slug)}${suffix}`;
}

function optionalDurationMs(
  config: RootConfigService,
  key: string,
): number | undefined {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : undefined;
}
