import {
  ClusterConnection,
  NamespaceObservation,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { application, ApplicationProjection } from './application/Application';
import { explainMismatch } from './application/destination';
import { gitOpsStatus, unknownGitOps } from './application/gitOpsStatus';
import { judgeApplication } from './application/judgeApplication';
import { Judgement } from './application/Judgement';
import { ArgoCdConfig } from './config';
import { DriftTimes } from './DriftTimes';

export interface ObserveApplicationOptions extends ArgoCdConfig {
  now: Date;
  connections: ReadonlyMap<string, ClusterConnection>;
  driftTimes: DriftTimes;
}

/** What the Application of a tenant environment says about it. */
export function observeApplication(
  binding: TenantBinding,
  view: NamespaceView,
  options: ObserveApplicationOptions,
): NamespaceObservation {
  const { now, connections, driftTimes } = options;
  const observedAt = now.toISOString();
  const found = view.objects(application).get(binding.application.name);
  const outOfSyncSince = driftTimes.note(
    `${binding.tenant}/${binding.environment}`,
    found?.sync === 'OutOfSync',
    now,
  );
  const distrust =
    unseen(binding, view) ?? (found && mismatched(found, binding, connections));
  if (!found || distrust) {
    const judgement = distrust ?? missing(binding);
    const { health, message = '' } = judgement;
    return {
      checks: [check(binding, judgement)],
      gitops: unknownGitOps(binding, health, message, observedAt),
    };
  }
  return {
    checks: [
      check(binding, judgeApplication(found, { ...options, outOfSyncSince })),
    ],
    gitops: gitOpsStatus(found, binding, { ...options, observedAt }),
  };
}

function check({ application: { name } }: TenantBinding, judgement: Judgement) {
  return {
    id: `application/${name}`,
    object: `Application/${name}`,
    ...judgement,
  };
}

/** Of objects that cannot all be seen, the others are known as ever. */
function unseen(
  { application: { name } }: TenantBinding,
  view: NamespaceView,
): Judgement | undefined {
  const availability = view.availability(application);
  switch (availability.phase) {
    case 'Failing':
      return availability.only && !availability.only.includes(name)
        ? undefined
        : {
            health: 'Unknown',
            reason: availability.reason,
            message: `Applications cannot be observed. ${availability.message}`,
          };
    case 'Pending':
      return {
        health: 'Unknown',
        reason: 'NotObserved',
        message: 'Applications have not been listed yet.',
      };
    default:
      return undefined;
  }
}

function missing({ application: place }: TenantBinding): Judgement {
  const { name, namespace, cluster } = place;
  return {
    health: 'Missing',
    reason: 'NotFound',
    message: `There is no Application ${name} in ${namespace} of ${cluster}. The ApplicationSet has not made it yet, or refuses the descriptor; look at its conditions.`,
    runbook: 'argocd-application-missing',
  };
}

function mismatched(
  found: ApplicationProjection,
  binding: TenantBinding,
  connections: ReadonlyMap<string, ClusterConnection>,
): Judgement | undefined {
  const mismatch = explainMismatch(found, binding, connections);
  return mismatch
    ? {
        health: 'Degraded',
        reason: 'DestinationMismatch',
        message: `The Application ${binding.application.name} is not about this tenant environment. ${mismatch} Correct the descriptor, or whatever makes the Application.`,
        runbook: 'argocd-destination-mismatch',
      }
    : undefined;
}
