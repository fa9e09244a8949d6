import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { tenantsApiRef } from '../api';
import { useLiveQuery } from './useLiveQuery';
import { useLiveUpdates } from './useLiveUpdates';

/** What the page itself is about comes first. */
const patienceMs = 5_000;

/**
 * How many of the tenants that the caller may see are broken, live; `undefined` while that is not
 * known. Asks for counts and one tenant only, a moment after the page has come up; to be used where
 * somebody is signed in.
 *
 * @public
 */
export function useUnwellTenantCount(): number | undefined {
  const api = useApi(tenantsApiRef);
  const isDue = useIsDue();
  const { data, error, refresh } = useLiveQuery(`${isDue}`, async signal =>
    isDue ? api.listTenants({ limit: 1 }, { signal }) : undefined,
  );
  useLiveUpdates(refresh);
  return data && !error
    ? data.healthCounts.Degraded + data.healthCounts.Missing
    : undefined;
}

function useIsDue(): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isDue;
}
