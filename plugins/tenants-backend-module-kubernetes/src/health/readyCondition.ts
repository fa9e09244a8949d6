import { Condition } from '@tenantry/plugin-tenants-node';
import { degraded, healthy, Judgement, progressing } from './ObservedKind';
import { clusterSays } from './wording';

/** Judges an object that says by one condition whether it works. */
export function judgeCondition(
  condition: Condition | undefined,
  { advice, runbook }: { advice: string; runbook: string },
): Judgement {
  switch (condition?.status) {
    case 'True':
      return healthy;
    case 'False':
      return degraded(
        condition.reason ?? 'NotReady',
        `${clusterSays(condition.message ?? 'It is not ready')} ${advice}`,
        runbook,
      );
    default:
      return progressing(
        'NotReconciled',
        'The controller has not said anything about it yet.',
        runbook,
      );
  }
}
