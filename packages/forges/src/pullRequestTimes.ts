import { ListedPullRequest, PullRequest } from './Forge';

/** The times of a pull request as forges write them: RFC 3339, in any time zone. */
export interface ForgeTimes {
  created_at: string;
  updated_at: string;
  closed_at?: string | null;
  merged_at?: string | null;
}

/** Adds the times of its steps to a pull request, in UTC. */
export function withTimes(
  pullRequest: PullRequest,
  times: ForgeTimes,
): ListedPullRequest {
  // GitLab tells one of both: when it was merged, or when it was closed.
  const closedAt = times.closed_at ?? times.merged_at;
  return {
    ...pullRequest,
    ...(pullRequest.mergedAt && { mergedAt: inUtc(pullRequest.mergedAt) }),
    openedAt: inUtc(times.created_at),
    updatedAt: inUtc(times.updated_at),
    ...(pullRequest.state !== 'open' &&
      closedAt && { closedAt: inUtc(closedAt) }),
  };
}

function inUtc(time: string): string {
  return new Date(time).toISOString();
}
