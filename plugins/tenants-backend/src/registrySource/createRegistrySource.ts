import {
  BindingsView,
  pace,
  Registry,
  StatusSink,
  StatusSource,
} from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';
import { onboardingClaim } from './onboardingClaim';
import { versionChecks } from './versionChecks';

export interface RegistrySourceOptions {
  registry: BindingsView & {
    registry(): Registry;
    readonly isRead: boolean;
  };
  /** Time between two reports without a change of the registry; one minute by default. */
  intervalMs?: number;
  now?: () => Date;
}

/** Id of the status source that needs no other system than the registry. */
export const registrySourceId = 'registry';

/** Checks that follow from the registry alone, for each tenant environment. */
export function createRegistrySource({
  registry,
  intervalMs = 60_000,
  now = () => new Date(),
}: RegistrySourceOptions): StatusSource {
  return {
    id: registrySourceId,
    async run({ bindings, sink, signal }) {
      let changed = new AbortController();
      bindings.onChange(() => changed.abort(), signal);
      while (!signal.aborted) {
        changed = new AbortController();
        if (registry.isRead) {
          await reportAll(registry.registry(), { sink, signal, now: now() });
        }
        await delay(intervalMs, undefined, {
          signal: AbortSignal.any([signal, changed.signal]),
        }).catch(() => undefined);
      }
    },
  };
}

async function reportAll(
  registry: Registry,
  options: { sink: StatusSink; signal: AbortSignal; now: Date },
): Promise<void> {
  const { sink, signal } = options;
  const observedAt = options.now.toISOString();
  const specs = [...registry.tenantEnvironments.values()].map(
    ({ descriptor }) => descriptor.spec,
  );
  for (const { descriptor } of registry.tenantEnvironments.values()) {
    const { tenant, environment } = descriptor.spec;
    const place = registry.environments.get(environment)!.descriptor;
    sink.report({
      tenant,
      environment,
      observedAt,
      checks: [...versionChecks(descriptor, place), onboardingClaim(place)],
    });
    await pace();
    if (signal.aborted) {
      return;
    }
  }
  // Confirms what has not changed, for all of them at once.
  sink.reportConnectivity(
    { server: registrySourceId, connected: true, observedAt },
    specs,
  );
}
