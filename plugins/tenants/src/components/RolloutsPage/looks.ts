import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiLoader4Line,
  RiPauseCircleFill,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  RolloutState,
  RolloutWaveState,
} from '@tenantry/plugin-tenants-common';
import type { Tone } from '../StatusPill';

interface Look {
  icon: RemixiconComponentType;
  tone: Tone;
}

export const rolloutLooks: Record<RolloutState, Look> = {
  Running: { icon: RiLoader4Line, tone: 'info' },
  Paused: { icon: RiPauseCircleFill, tone: 'neutral' },
  Halted: { icon: RiErrorWarningFill, tone: 'negative' },
  Stopped: { icon: RiCloseCircleFill, tone: 'neutral' },
  Done: { icon: RiCheckboxCircleFill, tone: 'positive' },
};

export const waveLooks: Record<RolloutWaveState, Look> = {
  Waiting: { icon: RiTimeLine, tone: 'neutral' },
  Proposed: { icon: RiGitPullRequestLine, tone: 'info' },
  Merged: { icon: RiGitMergeLine, tone: 'info' },
  Healthy: { icon: RiCheckboxCircleFill, tone: 'positive' },
};
