import {
  alertCheckId,
  AlertFact,
  compareHealth,
  Health,
} from '@tenantry/plugin-tenants-common';
import { ObservedCheck, TenantBinding } from '@tenantry/plugin-tenants-node';
import { FiringAlert } from '../client';
import { plainText } from '../plainText';
import { BindingIndex } from './BindingIndex';

/** Most alerts of one tenant environment that are reported, least well first. */
const maximumAlerts = 50;
const maximumSummaryLength = 300;

/** Alerts of one rule that fire in one tenant environment. */
export interface AlertGroup {
  fact: AlertFact;
  health: Health;
  /** How many of its alerts fire. */
  count: number;
  runbook?: string;
}

/** Finds the tenant environments of alerts by the label matchers of their bindings. */
export function groupAlerts(
  alerts: readonly FiringAlert[],
  index: BindingIndex,
  severities: ReadonlyMap<string, Health>,
): Map<TenantBinding, AlertGroup[]> {
  const byBinding = new Map<TenantBinding, Map<string, AlertGroup>>();
  for (const alert of alerts) {
    for (const binding of index.find(alert.labels)) {
      const groups = byBinding.get(binding) ?? new Map();
      byBinding.set(binding, groups);
      const group = toGroup(alert, severities);
      groups.set(group.fact.name, merge(groups.get(group.fact.name), group));
    }
  }
  return new Map(
    [...byBinding].map(([binding, groups]) => [binding, ordered(groups)]),
  );
}

/** A check for each rule that fires, and is not merely for information. */
export function alertChecks(groups: readonly AlertGroup[]): ObservedCheck[] {
  return groups
    .filter(({ health }) => health !== 'Healthy')
    .map(({ fact, health, count, runbook }) => ({
      id: alertCheckId(fact.name),
      health,
      reason: 'AlertFiring',
      message: messageOf(fact, count),
      ...(runbook && { runbook }),
    }));
}

function messageOf({ name, summary }: AlertFact, count: number): string {
  const text = `The alert ${name} fires${summary ? `: ${summary}` : ''}`;
  const end = /[.!?]$/.test(text) ? '' : '.';
  return `${text}${end}${count > 1 ? ` It fires ${count} times.` : ''}`;
}

/** What people wrote into rules is plain text, of a length that fits. */
function toGroup(
  { labels, annotations, since }: FiringAlert,
  severities: ReadonlyMap<string, Health>,
): AlertGroup {
  const severity = plainText(labels.severity ?? '', 50);
  const text =
    annotations.summary ?? annotations.description ?? annotations.message;
  const summary = plainText(text ?? '', maximumSummaryLength);
  const runbook = runbookOf(annotations);
  return {
    fact: {
      name: nameOf(labels.alertname ?? ''),
      since,
      ...(severity && { severity }),
      ...(summary && { summary }),
    },
    // A rule that fires is never taken for well because its severity is not known.
    health: severities.get(severity.toLowerCase()) ?? 'Progressing',
    count: 1,
    ...(runbook && { runbook }),
  };
}

function nameOf(alertname: string): string {
  const name = alertname.slice(0, 100).replace(/[^A-Za-z0-9_.:-]+/g, '-');
  return name || 'unnamed';
}

/** A slug of ours, or an address that a browser opens safely. */
function runbookOf(annotations: Record<string, string>): string | undefined {
  const { runbook, runbook_url: address } = annotations;
  if (runbook && /^[a-z0-9-]{1,63}$/.test(runbook)) return runbook;
  const url = address && URL.canParse(address) ? new URL(address) : undefined;
  const isSafe =
    url?.protocol === 'https:' && !url.username && url.href.length <= 500;
  return isSafe ? url.href : undefined;
}

/** The least well alert of a rule speaks for it, since the oldest fired. */
function merge(known: AlertGroup | undefined, next: AlertGroup): AlertGroup {
  if (!known) return next;
  const worse = compareHealth(next.health, known.health) > 0 ? next : known;
  const [since] = [known.fact.since, next.fact.since].sort();
  return {
    ...worse,
    fact: { ...worse.fact, since },
    count: known.count + next.count,
  };
}

function ordered(groups: Map<string, AlertGroup>): AlertGroup[] {
  return [...groups.values()]
    .sort(
      (left, right) =>
        compareHealth(right.health, left.health) ||
        left.fact.name.localeCompare(right.fact.name),
    )
    .slice(0, maximumAlerts);
}
