import {
  GitOpsStatus,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { SourceState } from './SourceState';
import { unavailabilityOf } from './unavailability';

/**
 * What the GitOps engine says, or said before the backend started. An engine that cannot be asked
 * says nothing about sync.
 */
export function assembleGitOps(options: {
  sources: readonly SourceState[];
  previous?: TenantEnvironmentStatus;
  staleBefore: Date;
}): GitOpsStatus | undefined {
  for (const state of options.sources) {
    const known = knownFrom(state, options.previous);
    if (known) {
      const unavailability = unavailabilityOf({ ...options, state });
      return unavailability
        ? {
            ...known,
            sync: 'Unknown',
            health: 'Unknown',
            message: unavailability.message,
          }
        : known;
    }
  }
  return undefined;
}

function knownFrom(
  { source, observation, confirmedAt }: SourceState,
  previous: TenantEnvironmentStatus | undefined,
): GitOpsStatus | undefined {
  if (observation) {
    return (
      observation.gitops && {
        ...observation.gitops,
        source,
        observedAt: confirmedAt,
      }
    );
  }
  return previous?.gitops?.source === source ? previous.gitops : undefined;
}
