import { KubernetesKind, ObservedFacts } from '@tenantry/plugin-tenants-node';
import {
  backup,
  certificate,
  cronJob,
  externalSecret,
  persistentVolumeClaim,
  pod,
  resourceQuota,
  warningEvent,
} from '../../health';
import { allowListInForce } from '../allowListCheck';
import { isKnown, ObserveContext } from '../ObserveContext';
import {
  backupsIn,
  certificatesIn,
  podsIn,
  quotasIn,
  secretsIn,
  volumesIn,
} from './objectFacts';
import { warningsIn } from './warnings';

const maximumNetworks = 10_000;

/** What is known of the objects of a namespace; a list is absent while its kind cannot be seen. */
export function factsIn(context: ObserveContext): ObservedFacts {
  const list = <T>(
    kinds: KubernetesKind<unknown>[],
    read: (context: ObserveContext) => T[],
  ) =>
    kinds.every(kind => isKnown(kind, context.view))
      ? read(context)
      : undefined;
  return withoutAbsent({
    pods: list([pod], podsIn),
    volumes: list([persistentVolumeClaim], volumesIn),
    quotas: list([resourceQuota], quotasIn),
    warnings: list([warningEvent], warningsIn),
    certificates: list([certificate], certificatesIn),
    secrets: list([externalSecret], secretsIn),
    allowListInForce: allowListInForce(context)?.slice(0, maximumNetworks),
    backups: list([backup, cronJob], backupsIn),
  });
}

function withoutAbsent(facts: ObservedFacts): ObservedFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  );
}
