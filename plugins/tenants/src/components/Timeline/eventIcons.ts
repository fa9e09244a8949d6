import {
  RiAlarmWarningLine,
  RiCheckboxCircleLine,
  RiCheckDoubleLine,
  RiErrorWarningLine,
  RiGitClosePullRequestLine,
  RiGitCommitLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiHeartPulseLine,
  RiLoopLeftLine,
  RiStackLine,
  RiUploadCloud2Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { TimelineEventType } from '@tenantry/plugin-tenants-common';

/** Each kind of event has a shape of its own. */
export const eventIcons: Record<TimelineEventType, RemixiconComponentType> = {
  ChangeOpened: RiGitPullRequestLine,
  ChangeMerged: RiGitMergeLine,
  ChangeClosed: RiGitClosePullRequestLine,
  ChangeCommitted: RiGitCommitLine,
  WaveProposed: RiStackLine,
  WaveHealthy: RiCheckDoubleLine,
  WaveHalted: RiErrorWarningLine,
  RevisionChanged: RiUploadCloud2Line,
  Synced: RiLoopLeftLine,
  HealthChanged: RiHeartPulseLine,
  AlertFired: RiAlarmWarningLine,
  AlertResolved: RiCheckboxCircleLine,
};
