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
  RiInformationLine,
  RiLoopLeftLine,
  RiStackLine,
  RiUploadCloud2Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { TimelineEventType } from '@tenantry/plugin-tenants-common';

const icons: Record<TimelineEventType, RemixiconComponentType> = {
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

/** Each kind of event has a shape of its own; one that a newer backend brings has that of a note. */
export function eventIcon(type: string): RemixiconComponentType {
  return Object.hasOwn(icons, type)
    ? icons[type as TimelineEventType]
    : RiInformationLine;
}
