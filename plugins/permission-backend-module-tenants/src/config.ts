import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const defaultOperatorGroups = ['group:default/platform-operators'];

/** Reads whether clients may have their own tenants synced; they may not by default. */
export function readClientsMaySync(config: RootConfigService): boolean {
  return (
    config.getOptionalBoolean('tenants.permission.clientsMaySync') ?? false
  );
}

/**
 * Reads the groups whose members may do everything, as full entity refs in lower case.
 *
 * @throws Error when a value is no entity ref.
 */
export function readOperatorGroups(
  config: RootConfigService,
): ReadonlySet<string> {
  const groups =
    config.getOptionalStringArray('tenants.permission.operatorGroups') ??
    defaultOperatorGroups;
  return new Set(
    groups.map(group =>
      stringifyEntityRef(
        parseEntityRef(group, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      ),
    ),
  );
}
