import { useTenants } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { HealthSummary } from '../HealthSummary';
import { LoadingRows, QueryState } from '../PageState';

/** The tenants of a cluster or an environment by their health. */
export function TenantsOf(props: {
  filter: { cluster: string } | { environment: string };
}) {
  const t = useText();
  return (
    <QueryState
      // The counts are of all tenants; one of them is the fewest that can be asked for.
      query={useTenants({ ...props.filter, limit: 1 })}
      loading={<LoadingRows label={t('fleet.loading')} rows={2} />}
    >
      {({ healthCounts }) => (
        <HealthSummary counts={healthCounts} filter={props.filter} />
      )}
    </QueryState>
  );
}
