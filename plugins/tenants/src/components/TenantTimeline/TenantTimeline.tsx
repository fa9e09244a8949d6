import { useTimeline } from '../../hooks/useTimeline';
import { OnSight } from '../OnSight';
import { Timeline } from '../Timeline';

/** What happened to a tenant, asked for once it is about to be seen. */
export function TenantTimeline(props: { tenant: string }) {
  return (
    <OnSight>
      <LiveTimeline tenant={props.tenant} />
    </OnSight>
  );
}

function LiveTimeline({ tenant }: { tenant: string }) {
  return <Timeline {...useTimeline(tenant)} />;
}
