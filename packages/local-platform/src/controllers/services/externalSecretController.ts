import { FaultBoard, tenantTarget } from '../../faults';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { ObjectCondition, withConditions } from '../conditions';
import { recordEvent } from '../events';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';
import { inventedSecret } from './inventedSecret';

interface ExternalSecret extends KubernetesObject {
  spec: {
    refreshInterval?: string;
    target?: {
      name?: string;
      template?: { type?: string; data?: Record<string, string> };
    };
    data?: { secretKey: string; remoteRef: { key: string } }[];
  };
  status?: { conditions?: ObjectCondition[]; refreshTime?: string };
}

const unsyncedSecret = 'splice-app-wallet-ui-auth';
const unitsMs: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

/** What the provider answers while a fault is on. */
function explainError(
  cluster: string,
  faults: FaultBoard,
  { metadata, spec }: ExternalSecret,
): string | undefined {
  const target = tenantTarget(cluster, metadata.namespace ?? '') ?? '';
  const key = spec.data?.[0]?.remoteRef.key ?? metadata.name;
  return metadata.name === unsyncedSecret &&
    faults.isActive('unsynced-secret', target)
    ? `error processing spec.data[0] (key: ${key}), err: unable to access Secret from SecretManager Client: rpc error: code = PermissionDenied desc = Permission 'secretmanager.versions.access' denied for resource`
    : undefined;
}

function isSynced({ status }: ExternalSecret): boolean {
  return Boolean(
    status?.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
  );
}

/** An interval such as `1h`, in milliseconds. */
function refreshIntervalMs({ spec }: ExternalSecret): number {
  const [, amount, unit] =
    /^(\d+)([smh])/.exec(spec.refreshInterval ?? '') ?? [];
  return amount ? Number(amount) * unitsMs[unit] : unitsMs.h;
}

class ExternalSecretController implements Controller<ExternalSecret> {
  readonly apiVersion = 'external-secrets.io/v1';
  readonly kind = 'ExternalSecret';
  readonly #context: ClusterContext;

  constructor(context: ClusterContext) {
    this.#context = context;
  }

  reconcile(externalSecret: ExternalSecret): number | undefined {
    const { clock, timings, cluster, faults } = this.#context;
    const now = clock.now().getTime();
    const { creationTimestamp } = externalSecret.metadata;
    const waitMs = Date.parse(creationTimestamp!) + timings.secret - now;
    if (waitMs > 0) {
      return waitMs;
    }
    const intervalMs = refreshIntervalMs(externalSecret);
    const error = explainError(cluster, faults, externalSecret);
    if (error) {
      this.#fail(externalSecret, error);
      return intervalMs;
    }
    const { refreshTime = '' } = externalSecret.status ?? {};
    const nextMs = Date.parse(refreshTime) + intervalMs - now;
    if (nextMs > 0 && isSynced(externalSecret)) {
      return nextMs;
    }
    this.#sync(externalSecret);
    return intervalMs;
  }

  #sync(externalSecret: ExternalSecret): void {
    const { spec } = externalSecret;
    const template = spec.target?.template;
    const keys = (spec.data ?? []).map(({ secretKey }) => secretKey);
    inventedSecret(this.#context.store, externalSecret, {
      name: targetName(externalSecret),
      type: template?.type ?? 'Opaque',
      keys: template?.data ? Object.keys(template.data) : keys,
    });
    this.#report(externalSecret, {
      type: 'Ready',
      status: 'True',
      reason: 'SecretSynced',
      message: 'secret synced',
    });
  }

  #fail(externalSecret: ExternalSecret, message: string): void {
    const reason = 'SecretSyncedError';
    const type = 'Ready';
    this.#report(externalSecret, { type, status: 'False', reason, message });
    recordEvent(this.#context, externalSecret, {
      type: 'Warning',
      reason: 'UpdateFailed',
      message,
      component: 'external-secrets',
    });
  }

  #report(externalSecret: ExternalSecret, condition: ObjectCondition): void {
    const { store, clock } = this.#context;
    const { metadata, status } = externalSecret;
    const now = timestamp(clock.now());
    store.updateStatus(referenceOf(externalSecret), {
      ...status,
      ...(condition.status === 'True' && {
        refreshTime: now,
        binding: { name: targetName(externalSecret) },
        syncedResourceVersion: `${metadata.generation ?? 1}-${metadata.uid}`,
      }),
      conditions: withConditions(status?.conditions, [condition], now),
    });
  }
}

function targetName({ metadata, spec }: ExternalSecret): string {
  return spec.target?.name ?? metadata.name;
}

/** Syncs external secrets: the values are invented, the behaviour is that of the operator. */
export function externalSecretController(
  context: ClusterContext,
): Controller<ExternalSecret> {
  return new ExternalSecretController(context);
}
