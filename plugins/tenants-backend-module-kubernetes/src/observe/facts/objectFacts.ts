import {
  BackupFact,
  CertificateFact,
  compareHealth,
  Health,
  QuotaFact,
  SecretSyncFact,
} from '@tenantry/plugin-tenants-common';
import { ObservedFacts } from '@tenantry/plugin-tenants-node';
import {
  certificate,
  externalSecret,
  persistentVolumeClaim,
  pod,
  resourceQuota,
} from '../../health';
import { findBackups } from '../backups';
import { ObserveContext } from '../ObserveContext';

type ObservedPod = NonNullable<ObservedFacts['pods']>[number];
type ObservedVolume = NonNullable<ObservedFacts['volumes']>[number];

/** The pods, least well first. */
export function podsIn(context: ObserveContext): ObservedPod[] {
  const pods = [...context.view.objects(pod)].map(([name, projection]) => {
    const { health, reason, message } = pod.judge(projection, context);
    const { ready, restarts, startedAt, images } = projection;
    return {
      name,
      health,
      ...(reason && { reason }),
      ...(message && { message }),
      ready,
      restarts,
      ...(startedAt && { startedAt }),
      images,
    };
  });
  return leastWellFirst(pods).slice(0, 100);
}

/** The volume claims, least well first. */
export function volumesIn(context: ObserveContext): ObservedVolume[] {
  const volumes = [...context.view.objects(persistentVolumeClaim)].map(
    ([name, { phase, ...rest }]) => {
      const { health } = persistentVolumeClaim.judge({ phase }, context);
      return { name, health, ...rest };
    },
  );
  return leastWellFirst(volumes).slice(0, 50);
}

/** The quotas, the fullest first. */
export function quotasIn({ view }: ObserveContext): QuotaFact[] {
  return [...view.objects(resourceQuota).values()]
    .flat()
    .sort((left, right) => right.ratio - left.ratio)
    .slice(0, 50);
}

/** The certificates, the one that expires first at the head. */
export function certificatesIn({ view }: ObserveContext): CertificateFact[] {
  return [...view.objects(certificate)]
    .map(([name, { hosts, notAfter, renewalTime, issuer }]) => ({
      name,
      hosts,
      ...(notAfter && { expiresAt: notAfter }),
      ...(renewalTime && { renewsAt: renewalTime }),
      ...(issuer && { issuer }),
    }))
    .sort((left, right) =>
      (left.expiresAt ?? '').localeCompare(right.expiresAt ?? ''),
    )
    .slice(0, 20);
}

/** Whether secrets are in step with their store, the others first; never their content. */
export function secretsIn({ view }: ObserveContext): SecretSyncFact[] {
  return [...view.objects(externalSecret)]
    .map(([name, { condition, syncedAt }]) => ({
      name,
      synced: condition?.status === 'True',
      ...(syncedAt && { syncedAt }),
    }))
    .sort((left, right) => Number(left.synced) - Number(right.synced))
    .slice(0, 50);
}

/** What makes backups, the one without the longest first. */
export function backupsIn(context: ObserveContext): BackupFact[] {
  return findBackups(context)
    .map(({ name, schedule, succeededAt }) => ({
      name,
      ...(schedule && { schedule }),
      ...(succeededAt && { succeededAt }),
    }))
    .sort((left, right) =>
      (left.succeededAt ?? '').localeCompare(right.succeededAt ?? ''),
    )
    .slice(0, 20);
}

function leastWellFirst<T extends { name: string; health: Health }>(
  facts: T[],
): T[] {
  return facts.sort(
    (left, right) =>
      compareHealth(right.health, left.health) ||
      left.name.localeCompare(right.name),
  );
}
