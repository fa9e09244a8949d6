import {
  RiArrowGoBackLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiGitClosePullRequestLine,
  RiGitPullRequestLine,
  RiIndeterminateCircleLine,
  RiLoopRightLine,
  RiQuestionFill,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { ChangeStage } from '@tenantry/plugin-tenants-common';
import type { Tone } from '../StatusPill';
import type { ChangeStep } from './changeStepsOf';

/** Each stage has a shape of its own, so that it can be told without colour. */
export const stageLooks: Record<
  ChangeStage,
  { tone: Tone; icon: RemixiconComponentType }
> = {
  Proposed: { tone: 'neutral', icon: RiGitPullRequestLine },
  Closed: { tone: 'neutral', icon: RiGitClosePullRequestLine },
  Merged: { tone: 'info', icon: RiTimeLine },
  Unneeded: { tone: 'neutral', icon: RiIndeterminateCircleLine },
  Synced: { tone: 'info', icon: RiLoopRightLine },
  Landed: { tone: 'positive', icon: RiCheckboxCircleFill },
  Failed: { tone: 'negative', icon: RiCloseCircleFill },
  RolledBack: { tone: 'warning', icon: RiArrowGoBackLine },
  Unknown: { tone: 'warning', icon: RiQuestionFill },
};

export const stepIcons: Record<ChangeStep['state'], RemixiconComponentType> = {
  done: RiCheckboxCircleFill,
  waiting: RiTimeLine,
  failed: RiCloseCircleFill,
};
