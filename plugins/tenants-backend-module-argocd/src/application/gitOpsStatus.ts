import { isHealth, SyncStatus } from '@tenantry/plugin-tenants-common';
import { Observation, TenantBinding } from '@tenantry/plugin-tenants-node';
import { ApplicationProjection } from './Application';

type GitOps = NonNullable<Observation['gitops']>;

/** What the Application says, in the words of the tenant page. */
export function gitOpsStatus(
  projection: ApplicationProjection,
  binding: TenantBinding,
  observedAt: string,
): GitOps {
  const { sync, health, operation, errors, outOfSync, last } = projection;
  const message = errors[0]?.message ?? operation?.message;
  const url = urlOf(binding);
  return {
    application: binding.application.name,
    sync: isSync(sync) ? sync : 'Unknown',
    health: isHealth(health) ? health : 'Unknown',
    ...(message && { message }),
    ...(last?.revision && { revision: last.revision }),
    ...(last?.at && { lastSyncedAt: last.at }),
    outOfSync,
    history: [],
    actions: [],
    ...(url && { url }),
    observedAt,
  };
}

/** An Application that cannot be trusted, or is not there, says nothing about sync. */
export function unknownGitOps(
  binding: TenantBinding,
  health: GitOps['health'],
  message: string,
  observedAt: string,
): GitOps {
  const url = urlOf(binding);
  return {
    application: binding.application.name,
    sync: 'Unknown',
    health,
    message,
    outOfSync: [],
    history: [],
    actions: [],
    ...(url && { url }),
    observedAt,
  };
}

function urlOf({ application }: TenantBinding): string | undefined {
  const { engineUrl, namespace, name } = application;
  return (
    engineUrl &&
    `${engineUrl.replace(/\/+$/, '')}/applications/${namespace}/${name}`
  );
}

function isSync(value: unknown): value is SyncStatus {
  return value === 'Synced' || value === 'OutOfSync';
}
