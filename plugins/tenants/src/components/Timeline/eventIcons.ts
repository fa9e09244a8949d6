import {
  RiGitClosePullRequestLine,
  RiGitCommitLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiHeartPulseLine,
  RiLoopLeftLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { TimelineEventType } from '@tenantry/plugin-tenants-common';

/** Each kind of event has a shape of its own; in the order in which a change goes through them. */
export const eventIcons: Record<TimelineEventType, RemixiconComponentType> = {
  ChangeOpened: RiGitPullRequestLine,
  ChangeMerged: RiGitMergeLine,
  ChangeClosed: RiGitClosePullRequestLine,
  RevisionChanged: RiGitCommitLine,
  Synced: RiLoopLeftLine,
  HealthChanged: RiHeartPulseLine,
};
