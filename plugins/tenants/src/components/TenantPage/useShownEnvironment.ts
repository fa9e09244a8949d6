import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  compareHealth,
  type TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';

/** The environment that the URL names, or else the one that was worst off at first sight. */
export function useShownEnvironment(
  environments: TenantEnvironmentStatus[],
): TenantEnvironmentStatus | undefined {
  const [search] = useSearchParams();
  // Chosen once: a tab that changes by itself under the reader's hands would be worse.
  const [initial] = useState(() => worst(environments)?.environment);
  const wanted = search.get('environment') ?? initial;
  return (
    environments.find(({ environment }) => environment === wanted) ??
    worst(environments)
  );
}

/** Where to look first: that is why people come here. */
function worst(
  environments: TenantEnvironmentStatus[],
): TenantEnvironmentStatus | undefined {
  const [first, ...others] = environments;
  return others.reduce<TenantEnvironmentStatus | undefined>(
    (found, next) =>
      found && compareHealth(next.health, found.health) > 0 ? next : found,
    first,
  );
}
