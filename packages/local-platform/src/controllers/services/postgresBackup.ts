import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';

export const backupKind = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Backup',
} as const;

/** What a Backup and a ScheduledBackup of CloudNativePG have in common. */
export type BackupSpec = {
  cluster: { name: string };
  method?: string;
  pluginConfiguration?: { name: string };
};

/** Whether there is an instance to take the backup from. */
export function hasReadyInstance(
  store: ObjectStore,
  { metadata, spec }: KubernetesObject & { spec: BackupSpec },
): boolean {
  const cluster = store.get({
    apiVersion: backupKind.apiVersion,
    kind: 'Cluster',
    namespace: metadata.namespace,
    name: spec.cluster.name,
  });
  const status = cluster?.status as { readyInstances?: number } | undefined;
  return (status?.readyInstances ?? 0) > 0;
}
