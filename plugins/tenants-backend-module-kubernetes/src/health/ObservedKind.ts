import { HealthPart } from '@tenantry/plugin-tenants-common';
import { KubernetesKind } from '@tenantry/plugin-tenants-node';
import { Thresholds } from '../config';

/** What a rule says about one object. */
export interface Judgement extends HealthPart {
  /** Name of the file in docs/runbooks that tells more. */
  runbook?: string;
}

/** What a rule has to know apart from the object. */
export interface JudgeContext {
  /** The time by the clock of the cluster. */
  now: Date;
  thresholds: Thresholds;
}

/** A kind that is watched, with the rule for its health. */
export interface ObservedKind<P = unknown> extends KubernetesKind<P> {
  /** A pure function of the projection and its context. */
  judge(projection: P, context: JudgeContext): Judgement;
  /**
   * Whether only objects are reported that a component names: of a kind without any state of its
   * own, the others say nothing about health.
   */
  onlyNamed?: boolean;
}

export const healthy: Judgement = { health: 'Healthy' };

type Unwell = Exclude<Judgement['health'], 'Healthy'>;

function unwell(health: Unwell) {
  return (reason: string, message: string, runbook: string): Judgement => ({
    health,
    reason,
    message,
    runbook,
  });
}

export const progressing = unwell('Progressing');
export const degraded = unwell('Degraded');
export const suspended = unwell('Suspended');
export const unknown = unwell('Unknown');

/** How long ago a moment was, in milliseconds; NaN when there is none, so that nothing follows. */
export function ageMs(moment: string | undefined, now: Date): number {
  return now.getTime() - Date.parse(moment ?? '');
}

/** A length of time in words, for example `5 hours`. */
export function inWords(durationMs: number): string {
  const minutes = Math.floor(durationMs / 60_000);
  const [count, unit] = [
    [Math.floor(minutes / 1_440), 'day'] as const,
    [Math.floor(minutes / 60), 'hour'] as const,
    [minutes, 'minute'] as const,
  ].find(([amount, name]) => amount >= (name === 'minute' ? 0 : 2))!;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
