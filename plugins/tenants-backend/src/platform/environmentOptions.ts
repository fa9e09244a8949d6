import {
  EnvironmentDescriptor,
  EnvironmentOption,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';

/** What the forms need to know of each environment, in promotion order. */
export function environmentOptions(registry: Registry): EnvironmentOption[] {
  return [...registry.environments.values()].map(({ descriptor }) => {
    const { title, order, network, guardrails } = descriptor.spec;
    const version = versionOf(network);
    return {
      name: descriptor.metadata.name,
      title,
      order,
      ...(version && { version }),
      allowList: guardrails.allowList,
    };
  });
}

/** A platform names its version as it likes, for example `chartVersion`. */
function versionOf(
  network: EnvironmentDescriptor['spec']['network'],
): string | undefined {
  const entry = Object.entries(network).find(([fact]) =>
    /version$/i.test(fact),
  );
  return entry && String(entry[1]);
}
