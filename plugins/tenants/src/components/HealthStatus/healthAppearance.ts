import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleFill,
  RiLoopRightLine,
  RiPauseCircleFill,
  RiQuestionFill,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Health } from '@tenantry/plugin-tenants-common';
import type { Tone } from '../StatusPill';

/** Each health has a shape of its own, so that it can be told without colour. */
export const healthAppearance: Record<
  Health,
  { tone: Tone; icon: RemixiconComponentType }
> = {
  Healthy: { tone: 'positive', icon: RiCheckboxCircleFill },
  Suspended: { tone: 'neutral', icon: RiPauseCircleFill },
  Progressing: { tone: 'info', icon: RiLoopRightLine },
  Unknown: { tone: 'warning', icon: RiQuestionFill },
  Missing: { tone: 'negative', icon: RiIndeterminateCircleFill },
  Degraded: { tone: 'negative', icon: RiCloseCircleFill },
};
