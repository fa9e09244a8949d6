import { asSentence } from '@tenantry/plugin-tenants-node';
import { ApplicationCondition } from './Application';
import { Judgement } from './Judgement';

interface ErrorRule {
  reason: string;
  runbook?: string;
  says: string;
  next: string;
}

/** How Argo CD words it when a project stands in the way, of a specification or of an object. */
const projectRefusal =
  /not permitted in project|do not match any of the allowed destinations|referencing project .* which does not exist|is not permitted to use project/;

const projectRefuses: ErrorRule = {
  reason: 'ProjectRefuses',
  runbook: 'argocd-project-refuses',
  says: 'The AppProject does not allow it:',
  next: 'Correct the source, the destination or the kind in Git, or have the project allow it.',
};

/** By type of condition, see https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications. */
const rules: Record<string, ErrorRule> = {
  InvalidSpecError: {
    reason: 'InvalidSpecError',
    runbook: 'argocd-invalid-spec',
    says: 'Argo CD refuses the specification of the Application:',
    next: 'Correct the descriptor in Git, or the ApplicationSet.',
  },
  ComparisonError: {
    reason: 'ComparisonError',
    runbook: 'argocd-comparison-error',
    says: 'Argo CD cannot tell what Git asks for:',
    next: 'Correct the manifests or values in Git; what runs stays as it is until then.',
  },
  DeletionError: {
    reason: 'DeletionError',
    runbook: 'argocd-deletion-error',
    says: 'Argo CD cannot delete what the Application has applied:',
    next: 'Remove what holds the objects.',
  },
  SyncError: {
    reason: 'SyncFailed',
    runbook: 'argocd-sync-failed',
    says: 'The last sync failed:',
    next: 'Correct the change in Git, or sync again once the cause is gone.',
  },
};

/** Warnings, such as that of an orphaned resource, are no errors. */
export function isError({ type }: ApplicationCondition): boolean {
  return type.endsWith('Error');
}

/** Judges an error that Argo CD reports; what it words as a refusal of the project is one. */
export function judgeError({ type, message }: ApplicationCondition): Judgement {
  const { reason, runbook, says, next } = projectRefusal.test(message)
    ? projectRefuses
    : rules[type] ?? otherError(type);
  return {
    health: 'Degraded',
    reason,
    message: `${says} ${asSentence(message)} ${next}`,
    ...(runbook && { runbook }),
  };
}

function otherError(type: string): ErrorRule {
  return {
    reason: type,
    says: 'Argo CD reports an error:',
    next: 'Look at the Application in Argo CD.',
  };
}
