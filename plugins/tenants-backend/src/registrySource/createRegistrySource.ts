import {
  BindingsView,
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
      const report = () => {
        if (registry.isRead) {
          reportAll(registry.registry(), sink, now());
        }
      };
      bindings.onChange(report, signal);
      while (!signal.aborted) {
        report();
        await delay(intervalMs, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

function reportAll(registry: Registry, sink: StatusSink, now: Date): void {
  const observedAt = now.toISOString();
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
  }
  // Confirms what has not changed, for all of them at once.
  sink.reportConnectivity(
    { server: registrySourceId, connected: true, observedAt },
    specs,
  );
}
