import {
  Condition,
  conditionsOf,
  KubernetesObject,
  numberAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  Judgement,
  ObservedKind,
  progressing,
  suspended,
} from './ObservedKind';
import { clusterSays } from './wording';

/** What is kept of a CloudNativePG cluster. */
export interface PostgresProjection {
  instances: number;
  ready: number;
  phase?: string;
  phaseReason?: string;
  hibernated: boolean;
  image?: string;
  /** RFC 3339. */
  createdAt?: string;
  /** Whether it is told where backups go. */
  hasBackups: boolean;
  /** RFC 3339. */
  lastBackupAt?: string;
  archiving?: Condition;
}

const healthyPhase = 'Cluster in healthy state';
/** Phases in which the operator waits for a person. */
const brokenPhase =
  /unrecoverable|fail(?!ing over|over)|error|not enough disk|unable|inconsistent|cannot/i;

export const postgresCluster: ObservedKind<PostgresProjection> = {
  kind: 'Cluster',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  plural: 'clusters',
  project: projectCluster,
  judge: projection =>
    judgeState(projection) ?? judgeArchiving(projection) ?? healthy,
};

function projectCluster(object: KubernetesObject): PostgresProjection {
  const conditions = conditionsOf(object);
  const asked = textAt(
    object,
    'metadata',
    'annotations',
    'cnpg.io/hibernation',
  );
  return {
    instances: numberAt(object, 'spec', 'instances') ?? 1,
    ready: numberAt(object, 'status', 'readyInstances') ?? 0,
    phase: textAt(object, 'status', 'phase'),
    phaseReason: textAt(object, 'status', 'phaseReason'),
    hibernated:
      asked === 'on' ||
      conditions.get('cnpg.io/hibernation')?.status === 'True',
    image:
      textAt(object, 'status', 'image') ?? textAt(object, 'spec', 'imageName'),
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
    hasBackups: valueAt(object, 'spec', 'backup') !== undefined,
    lastBackupAt: textAt(object, 'status', 'lastSuccessfulBackup'),
    archiving: conditions.get('ContinuousArchiving'),
  };
}

function judgeState({
  instances,
  ready,
  phase,
  phaseReason,
  hibernated,
}: PostgresProjection): Judgement | undefined {
  const counts = `${ready} of ${instances} instances are ready`;
  if (hibernated) {
    return suspended(
      'Hibernated',
      'The database is hibernated; its volumes are kept.',
      'workload-stopped',
    );
  }
  if (phase && brokenPhase.test(phase)) {
    return degraded(
      'DatabaseFailed',
      `${phase}${
        phaseReason ? `: ${phaseReason}` : ''
      }. ${counts}. Look at the events of the cluster and the log of its primary.`,
      'database-cluster',
    );
  }
  return ready < instances || phase !== healthyPhase
    ? progressing(
        'WaitingForInstances',
        `${phase ?? 'Starting'}; ${counts}.`,
        'database-cluster',
      )
    : undefined;
}

function judgeArchiving({
  archiving,
}: PostgresProjection): Judgement | undefined {
  return archiving?.status === 'False'
    ? degraded(
        'ArchivingFails',
        `The write-ahead log cannot be archived: ${clusterSays(
          archiving.message ?? 'no message',
        )} Nothing since the last backup can be restored, and the volume fills up; check the bucket and who may write to it.`,
        'database-cluster',
      )
    : undefined;
}
