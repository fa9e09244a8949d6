import {
  AlertFact,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import type { NewTimelineEvent } from './transitions';

/** An event without where it happened. */
type AlertEvent = Omit<NewTimelineEvent, 'tenant' | 'environment'>;

/**
 * Alerts that fire or are resolved since. While it is not known which alerts fire, none is
 * resolved; what turns out to fire after that is told with the time at which it began, so that
 * telling it again makes the same event.
 */
export function alertTransitions(
  before: TenantEnvironmentDetails,
  after: TenantEnvironmentDetails,
  at: Date,
): AlertEvent[] {
  const now = after.facts.alerts;
  if (!now) {
    return [];
  }
  const then = before.facts.alerts ?? [];
  return [
    ...without(now, then).map(alert => fired(alert, at)),
    ...without(then, now).map(alert => resolved(alert, at)),
  ];
}

function without(alerts: AlertFact[], others: AlertFact[]): AlertFact[] {
  const names = new Set(others.map(({ name }) => name));
  return alerts.filter(({ name }) => !names.has(name));
}

function fired({ since, ...alert }: AlertFact, at: Date): AlertEvent {
  const { name, summary } = alert;
  const began = new Date(since);
  return {
    at: (Number.isNaN(began.getTime()) ? at : began).toISOString(),
    type: 'AlertFired',
    message: summary
      ? `The alert ${name} fires: ${summary}`
      : `The alert ${name} fires.`,
    alert,
  };
}

function resolved({ since: _, ...alert }: AlertFact, at: Date): AlertEvent {
  return {
    at: at.toISOString(),
    type: 'AlertResolved',
    message: `The alert ${alert.name} no longer fires.`,
    alert,
  };
}
