import { HealthPart } from '@tenantry/plugin-tenants-common';
import { asSentence } from '@tenantry/plugin-tenants-node';
import { ApplicationProjection } from './Application';

/**
 * Judges how the delivery goes, not what is delivered: the objects are observed by themselves, and
 * a difference from Git alone is told as sync, not as health.
 */
export function judgeApplication(
  projection: ApplicationProjection,
): HealthPart {
  const { errors, operation, sync } = projection;
  const [error] = errors.filter(({ type }) => type !== 'SyncError');
  if (error) {
    return {
      health: 'Degraded',
      reason: error.type,
      message: `Argo CD cannot tell what Git asks for: ${asSentence(
        error.message,
      )}`,
    };
  }
  if (operation && ['Failed', 'Error'].includes(operation.phase)) {
    return {
      health: 'Degraded',
      reason: 'SyncFailed',
      message: `The last sync failed: ${asSentence(
        operation.message ?? 'no message',
      )} Correct the change in Git, or sync again once the cause is gone.`,
    };
  }
  if (operation && ['Running', 'Terminating'].includes(operation.phase)) {
    return {
      health: 'Progressing',
      reason: 'Syncing',
      message: asSentence(operation.message ?? 'A sync is running.'),
    };
  }
  return judgeSync(sync);
}

function judgeSync(sync: string | undefined): HealthPart {
  switch (sync) {
    case 'Synced':
    case 'OutOfSync':
      return { health: 'Healthy' };
    case undefined:
      return {
        health: 'Progressing',
        reason: 'NotReconciled',
        message: 'Argo CD has not looked at the Application yet.',
      };
    default:
      return {
        health: 'Unknown',
        reason: 'SyncUnknown',
        message: 'Argo CD does not know whether what runs is what Git says.',
      };
  }
}
