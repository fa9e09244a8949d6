import {
  Rollout,
  RolloutWave,
  TimelineEventType,
} from '@tenantry/plugin-tenants-common';
import { NewTimelineEvent } from '../status';
import { KeyedEvent, keyedEvent } from '../store';
import { currentWave } from './advanceRollout';

type WaveEventType = Extract<TimelineEventType, `Wave${string}`>;

const words: Record<WaveEventType, string> = {
  WaveProposed: 'was proposed',
  WaveHealthy: 'is healthy',
  WaveHalted: 'was halted',
};

/**
 * What a step of a rollout means to the tenants of its waves. Nothing in it names another tenant:
 * the rollout's own message may, and is left out.
 */
export function waveEvents(
  before: Rollout,
  after: Rollout,
  at: Date,
): KeyedEvent[] {
  return after.waves.flatMap((wave, index) => {
    const type = eventType(before, after, index);
    return type
      ? wave.tenants.map(tenant =>
          keyedEvent(eventOf(after, index, { type, tenant, at })),
        )
      : [];
  });
}

function eventType(
  before: Rollout,
  after: Rollout,
  index: number,
): WaveEventType | undefined {
  const is = after.waves[index];
  const was: RolloutWave | undefined = before.waves[index];
  if (is.state === 'Proposed' && was?.state === 'Waiting') {
    return 'WaveProposed';
  }
  if (is.state === 'Healthy' && was?.state !== 'Healthy') {
    return 'WaveHealthy';
  }
  const isHalted = after.state === 'Halted' && before.state !== 'Halted';
  // One that was never proposed is nothing to its tenants yet.
  return isHalted && index === currentWave(after) && is.state !== 'Waiting'
    ? 'WaveHalted'
    : undefined;
}

function eventOf(
  { title, environment, waves }: Rollout,
  index: number,
  { type, tenant, at }: { type: WaveEventType; tenant: string; at: Date },
): NewTimelineEvent {
  const number = index + 1;
  const url = waves[index].pullRequest?.url;
  return {
    type,
    at: at.toISOString(),
    tenant,
    environment,
    message: `Wave ${number} of the rollout "${title}" ${words[type]}.`,
    wave: { rollout: title, number, ...(url && { url }) },
  };
}
