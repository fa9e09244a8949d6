import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { resolve } from 'node:path';

const defaultPlatformOwner = 'group:default/platform-operators';
const defaultMaximumRemovalShare = 0.2;

/**
 * What the transformers need besides the registry.
 */
export interface EntityOptions {
  /** Address of the repository's root, ending with a slash. */
  registryUrl: string;
  /** Entity ref of the group that owns environments and clusters. */
  platformOwner: string;
  /** Value of the annotation `kubernetes.io/auth-provider`. */
  kubernetesAuthProvider: string;
}

/**
 * Reads what does not change while the backend runs.
 *
 * @throws Error that names the key, when a value has the wrong form.
 */
export function readEntityOptions(
  config: RootConfigService,
): Omit<EntityOptions, 'registryUrl'> {
  const platformOwner =
    config.getOptionalString('tenants.catalog.platformOwner') ??
    defaultPlatformOwner;
  return {
    platformOwner: stringifyEntityRef(
      parseEntityRef(platformOwner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ),
    kubernetesAuthProvider:
      config.getOptionalString('tenants.catalog.kubernetesAuthProvider') ??
      'oidc',
  };
}

/**
 * Reads the locations that the configuration names, as `<type>:<target>` as the catalog writes them.
 *
 * @throws Error that names the key, when a value has the wrong form.
 */
export function readOperatorLocations(
  config: RootConfigService,
): ReadonlySet<string> {
  const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
  return new Set(
    locations.map(location => {
      const type = location.getString('type');
      const target = location.getString('target');
      return `${type}:${type === 'file' ? resolve(target) : target}`;
    }),
  );
}

/**
 * Reads how often the registry is to be read.
 *
 * @throws Error that names the key, when a value has the wrong form.
 */
export function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig('tenants.catalog.schedule');
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : { frequency: { minutes: 1 }, timeout: { minutes: 1 } };
}

/**
 * Reads the largest share of the descriptors whose entities may disappear by one reading.
 *
 * @throws InputError when the value is not between 0 and 1.
 */
export function readMaximumRemovalShare(config: RootConfigService): number {
  const key = 'tenants.catalog.maximumRemovalShare';
  const share = config.getOptionalNumber(key) ?? defaultMaximumRemovalShare;
  if (share < 0 || share > 1) {
    throw new InputError(`${key} must be from 0 to 1, but it is ${share}.`);
  }
  return share;
}
