import { useSearchParams } from 'react-router-dom';
import type {
  TenantEnvironmentStatus,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';

/** The environment that the URL names, or else the one that was answered in full. */
export function useShownEnvironment({
  environments,
  details,
}: TenantStatus): TenantEnvironmentStatus | undefined {
  const [search] = useSearchParams();
  const named = (name: string | undefined | null) =>
    environments.find(({ environment }) => environment === name);
  return named(search.get('environment')) ?? named(details?.environment);
}
