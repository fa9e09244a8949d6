import { conditionsOf, numberAt, textAt } from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  ObservedKind,
  progressing,
  suspended,
} from './ObservedKind';

/** What is kept of a CloudNativePG cluster. */
export interface PostgresProjection {
  instances: number;
  ready: number;
  phase?: string;
  phaseReason?: string;
  hibernated: boolean;
  image?: string;
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
  project(object) {
    const hibernation = conditionsOf(object).get('cnpg.io/hibernation');
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
      hibernated: asked === 'on' || hibernation?.status === 'True',
      image:
        textAt(object, 'status', 'image') ??
        textAt(object, 'spec', 'imageName'),
    };
  },
  judge({ instances, ready, phase, phaseReason, hibernated }) {
    const counts = `${ready} of ${instances} instances are ready`;
    if (hibernated) {
      return suspended(
        'Hibernated',
        'The database is hibernated; its volumes are kept.',
      );
    }
    if (phase && brokenPhase.test(phase)) {
      return degraded(
        'DatabaseFailed',
        `${phase}${
          phaseReason ? `: ${phaseReason}` : ''
        }. ${counts}. Look at the events of the cluster and the log of its primary.`,
      );
    }
    if (ready < instances || phase !== healthyPhase) {
      return progressing(
        'WaitingForInstances',
        `${phase ?? 'Starting'}; ${counts}.`,
      );
    }
    return healthy;
  },
};
