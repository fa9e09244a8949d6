import { useTimeline } from '../../hooks/useTimeline';
import { OnSight } from '../OnSight';
import { Timeline, toRequest, useTimelineFilters } from '../Timeline';

interface TenantTimelineProps {
  tenant: string;
  /** Names of its environments, to choose from. */
  environments: string[];
}

/** What happened to a tenant, asked for once it is about to be seen. */
export function TenantTimeline(props: TenantTimelineProps) {
  return (
    <OnSight>
      <LiveTimeline {...props} />
    </OnSight>
  );
}

function LiveTimeline({ tenant, environments }: TenantTimelineProps) {
  const { filters, setFilters } = useTimelineFilters();
  return (
    <Timeline
      {...useTimeline(tenant, toRequest(filters))}
      filters={filters}
      environments={environments}
      onFilter={setFilters}
    />
  );
}
