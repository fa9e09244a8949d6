import { GitOpsStatus } from '@tenantry/plugin-tenants-common';
import { SourceState } from './SourceState';
import { unavailabilityOf } from './unavailability';

/** What the GitOps engine says. An engine that cannot be asked says nothing about sync. */
export function assembleGitOps(options: {
  sources: readonly SourceState[];
  staleBefore: Date;
}): GitOpsStatus | undefined {
  for (const state of options.sources) {
    const known = knownFrom(state);
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

function knownFrom({
  source,
  observation,
  confirmedAt,
}: SourceState): GitOpsStatus | undefined {
  return (
    observation?.gitops && {
      ...observation.gitops,
      source,
      observedAt: confirmedAt,
    }
  );
}
