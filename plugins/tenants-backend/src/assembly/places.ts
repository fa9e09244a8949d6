import {
  TenantEnvironmentDescriptor,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { EnvironmentKey, keyOf } from '../collector';
import { RegistryView } from '../registry/RegistryView';
import { assembleEnvironment, SourceState } from '../status';
import { environmentLinks } from './environmentLinks';

/** What the registry says about a tenant environment. */
export interface Place {
  binding: TenantBinding;
  descriptor: TenantEnvironmentDescriptor;
}

/** The tenant environments of the registry as it is now. */
export function placesOf(registry: RegistryView): Map<EnvironmentKey, Place> {
  const { tenantEnvironments } = registry.registry();
  return new Map(
    [...registry.current()].map(([name, binding]) => [
      keyOf(binding),
      { binding, descriptor: tenantEnvironments.get(name)!.descriptor },
    ]),
  );
}

export interface AssemblePlaceOptions {
  place: Place;
  registry: RegistryView;
  runbookUrl(slug: string): string | undefined;
  now: Date;
  /** What the sources say; nothing, where that is not known. */
  sources?: readonly SourceState[];
  previous?: TenantEnvironmentDetails;
  staleBefore?: Date;
}

/** The status of one tenant environment, see `assembleEnvironment`. */
export function assemblePlace(
  options: AssemblePlaceOptions,
): TenantEnvironmentDetails {
  const { place, registry, now, sources = [], staleBefore = now } = options;
  return assembleEnvironment({
    ...options,
    ...place,
    sources,
    staleBefore,
    links: environmentLinks(registry, place.binding),
  });
}
