import { useTenants } from './queries';

/**
 * How many of the tenants that the caller may see are broken, live; `undefined` while that is not
 * known. Asks for counts and one tenant only; to be used where somebody is signed in.
 *
 * @public
 */
export function useUnwellTenantCount(): number | undefined {
  const { data, error } = useTenants({ limit: 1 });
  return data && !error
    ? data.healthCounts.Degraded + data.healthCounts.Missing
    : undefined;
}
