import {
  asSentence,
  ObservedCheck,
  utcMinute,
} from '@tenantry/plugin-tenants-node';
import { FluxCondition, FluxObject } from '../objects';

/** What one rule says about an object. */
export type Judgement = Pick<
  ObservedCheck,
  'health' | 'reason' | 'message' | 'runbook'
>;

export interface JudgeOptions {
  now: Date;
  /** How long a reconciliation may take before it counts as stuck. */
  stuckAfterMs: number;
  /** Runbook about failures of the kind. */
  runbook: string;
}

/** Not ready for these reasons, an object waits for something else. */
const waitingReasons = ['Progressing', 'DependencyNotReady'];

const suspended: Judgement = {
  health: 'Suspended',
  reason: 'Suspended',
  message:
    'Flux is told to leave it alone: what is merged is not applied, and drift is not healed. Resume it once the reason is gone.',
  runbook: 'flux-suspended',
};

/**
 * Judges an object as Flux means its conditions: Ready decides, but only about the generation that
 * it was set for. A failure is told while Flux tries again. See
 * https://fluxcd.io/flux/components/kustomize/kustomizations/#working-with-kustomizations.
 */
export function judgeFluxObject(
  object: FluxObject,
  options: JudgeOptions,
): Judgement {
  if (object.suspended) {
    return suspended;
  }
  const stalled = current('Stalled', object);
  if (stalled?.status === 'True') {
    return failure(stalled, 'Stalled', options.runbook);
  }
  const ready = current('Ready', object);
  if (ready?.status === 'False' && !isWaiting(ready)) {
    return failure(ready, 'NotReady', options.runbook);
  }
  const isDone = object.observedGeneration === object.generation;
  return ready?.status === 'True' && isDone
    ? { health: 'Healthy' }
    : progressing(object, ready, options);
}

/** A condition that was set for an earlier generation says nothing about this one. */
function current(
  type: keyof FluxObject['conditions'],
  { conditions, generation, observedGeneration }: FluxObject,
): FluxCondition | undefined {
  const condition = conditions[type];
  const about = condition?.observedGeneration ?? observedGeneration;
  return about === generation ? condition : undefined;
}

function isWaiting({ reason }: FluxCondition): boolean {
  return waitingReasons.includes(reason ?? '');
}

function failure(
  { reason, message }: FluxCondition,
  otherwise: string,
  runbook: string,
): Judgement {
  return {
    health: 'Degraded',
    reason: reason ?? otherwise,
    message: `Flux cannot bring it about: ${asSentence(
      message ?? 'no message',
    )} Correct it in Git, or reconcile it again once the cause is gone.`,
    runbook,
  };
}

function progressing(
  { conditions }: FluxObject,
  ready: FluxCondition | undefined,
  { now, stuckAfterMs, runbook }: JudgeOptions,
): Judgement {
  const condition =
    ready?.status === 'False' ? ready : conditions.Reconciling ?? ready;
  if (!condition) {
    return {
      health: 'Progressing',
      reason: 'NotReconciled',
      message:
        'Flux has not taken up the object as it is now. If this lasts, look at its controller.',
    };
  }
  const message = asSentence(condition.message ?? 'It is being reconciled.');
  const since = new Date(condition.lastTransitionTime ?? now);
  return now.getTime() - since.getTime() < stuckAfterMs
    ? {
        health: 'Progressing',
        reason: condition.reason ?? 'Reconciling',
        message,
      }
    : {
        health: 'Degraded',
        reason: 'Stuck',
        message: `It has not become ready since ${utcMinute(
          since,
        )}: ${message} Mend what it waits for.`,
        runbook,
      };
}
