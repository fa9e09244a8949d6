import { HealthPart } from '@tenantry/plugin-tenants-common';
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

/** What the Application of a tenant environment says about it. */
export function observeApplication(
  binding: TenantBinding,
  view: NamespaceView,
  options: {
    now: Date;
    connections: ReadonlyMap<string, ClusterConnection>;
  },
): NamespaceObservation {
  const observedAt = options.now.toISOString();
  const found = view.objects(application).get(binding.application.name);
  const distrust =
    unseen(view) ??
    absent(found, binding) ??
    mismatched(found, binding, options.connections);
  if (distrust) {
    const { health, message = '' } = distrust;
    return {
      checks: [check(binding, distrust)],
      gitops: unknownGitOps(binding, health, message, observedAt),
    };
  }
  return {
    checks: [check(binding, judgeApplication(found!))],
    gitops: gitOpsStatus(found!, binding, observedAt),
  };
}

function check({ application: { name } }: TenantBinding, part: HealthPart) {
  return { id: `application/${name}`, object: `Application/${name}`, ...part };
}

function unseen(view: NamespaceView): HealthPart | undefined {
  const availability = view.availability(application);
  switch (availability.phase) {
    case 'Failing':
      return {
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

function absent(
  found: ApplicationProjection | undefined,
  { application: { name, namespace, cluster } }: TenantBinding,
): HealthPart | undefined {
  return found
    ? undefined
    : {
        health: 'Missing',
        reason: 'NotFound',
        message: `There is no Application ${name} in ${namespace} of ${cluster}. The ApplicationSet has not made it yet, or refuses the descriptor; look at its conditions.`,
      };
}

function mismatched(
  found: ApplicationProjection | undefined,
  binding: TenantBinding,
  connections: ReadonlyMap<string, ClusterConnection>,
): HealthPart | undefined {
  const mismatch = found && explainMismatch(found, binding, connections);
  return mismatch
    ? {
        health: 'Degraded',
        reason: 'DestinationMismatch',
        message: `The Application ${binding.application.name} is not about this tenant environment. ${mismatch}`,
      }
    : undefined;
}
