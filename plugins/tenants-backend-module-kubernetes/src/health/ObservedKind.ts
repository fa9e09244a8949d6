import { HealthPart } from '@tenantry/plugin-tenants-common';
import { KubernetesKind } from '@tenantry/plugin-tenants-node';

/** What a rule says about one object. */
export type Judgement = HealthPart;

/** A kind that is watched, with the rule for its health. */
export interface ObservedKind<P = unknown> extends KubernetesKind<P> {
  /** A pure function of the projection and the time. */
  judge(projection: P, now: Date): Judgement;
  /**
   * Whether only objects are reported that a component names: of a kind without any state of its
   * own, the others say nothing about health.
   */
  onlyNamed?: boolean;
}

export const healthy: Judgement = { health: 'Healthy' };

export function progressing(reason: string, message: string): Judgement {
  return { health: 'Progressing', reason, message };
}

export function degraded(reason: string, message: string): Judgement {
  return { health: 'Degraded', reason, message };
}

export function suspended(reason: string, message: string): Judgement {
  return { health: 'Suspended', reason, message };
}
