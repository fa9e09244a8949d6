import {
  EnvironmentDescriptor,
  EnvironmentOption,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';

/** Stages of promotion are few; more than this is a mistake in the registry. */
const maximumOptions = 200;

/** What the forms need to know of each environment, in promotion order; the first 200. */
export function environmentOptions(registry: Registry): EnvironmentOption[] {
  const environments = [...registry.environments.values()];
  return environments.slice(0, maximumOptions).map(({ descriptor }) => {
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
