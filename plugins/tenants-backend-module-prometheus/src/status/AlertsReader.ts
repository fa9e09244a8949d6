import { EnvironmentFacts, Health } from '@tenantry/plugin-tenants-common';
import { ObservedCheck, TenantBinding } from '@tenantry/plugin-tenants-node';
import { AlertsClient } from '../client';
import { alertChecks, AlertGroup, groupAlerts } from './alerts';
import { BindingIndex } from './BindingIndex';
import { Gap } from './readMetrics';

/** What is known of the alerts of one tenant environment. */
export interface ObservedAlerts {
  checks: ObservedCheck[];
  /** Absent when it is not known which alerts fire. */
  facts?: Pick<EnvironmentFacts, 'alerts'>;
}

export interface AlertsReaderOptions {
  client: AlertsClient;
  severities: ReadonlyMap<string, Health>;
}

/**
 * Asks for the alerts of all tenants at once. Alerts that fired when they could last be read stay,
 * as checks that are not known: that nobody says so does not end an alert.
 */
export class AlertsReader {
  #last = new Map<string, AlertGroup[]>();

  constructor(private readonly options: AlertsReaderOptions) {}

  async read(
    index: BindingIndex,
    signal: AbortSignal,
  ): Promise<(binding: TenantBinding) => ObservedAlerts> {
    const { client, severities } = this.options;
    try {
      const { alerts, partial } = await client.firing(signal);
      const groups = groupAlerts(alerts, index, severities);
      if (partial) {
        const gap = gapOf(`Only a part of the servers answered (${partial}).`);
        return binding =>
          this.#withMissing(binding, groups.get(binding) ?? [], gap);
      }
      this.#last = new Map(
        [...groups].map(([binding, group]) => [keyOf(binding), group]),
      );
      return binding => known(groups.get(binding) ?? []);
    } catch (error) {
      const gap = gapOf((error as Error).message);
      return binding => this.#withMissing(binding, [], gap);
    }
  }

  #withMissing(
    binding: TenantBinding,
    groups: readonly AlertGroup[],
    gap: Gap,
  ): ObservedAlerts {
    const names = new Set(groups.map(({ fact }) => fact.name));
    const missing = alertChecks(
      (this.#last.get(keyOf(binding)) ?? []).filter(
        ({ fact }) => !names.has(fact.name),
      ),
    );
    return {
      checks: [
        { id: 'alerts/state', health: 'Unknown', ...gap },
        ...alertChecks(groups),
        ...missing.map(check => ({
          ...check,
          health: 'Unknown' as const,
          ...gap,
        })),
      ],
    };
  }
}

function known(groups: readonly AlertGroup[]): ObservedAlerts {
  return {
    checks: alertChecks(groups),
    facts: { alerts: groups.map(({ fact }) => fact) },
  };
}

function gapOf(detail: string): Gap {
  return {
    reason: 'AlertsNotReadable',
    message: `It is not known which alerts fire. ${detail}`,
  };
}

function keyOf({ tenant, environment }: TenantBinding): string {
  return `${tenant}/${environment}`;
}
