import { Condition, conditionsOf, textAt } from '@tenantry/plugin-tenants-node';
import { parseGoDuration } from './goDuration';
import {
  ageMs,
  degraded,
  inWords,
  JudgeContext,
  Judgement,
  ObservedKind,
} from './ObservedKind';
import { judgeCondition } from './readyCondition';

const runbook = 'secret-not-synced';

/** What is kept of an external secret; never what is in it. */
export interface ExternalSecretProjection {
  condition?: Condition;
  /** RFC 3339. */
  syncedAt?: string;
  /** Zero when it is not to be read again. */
  refreshIntervalMs: number;
}

/** What External Secrets takes when nothing is said. */
const defaultIntervalMs = 3_600_000;
/** However short the interval is, less does not matter. */
const minimumDelayMs = 10 * 60_000;

export const externalSecret: ObservedKind<ExternalSecretProjection> = {
  kind: 'ExternalSecret',
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  plural: 'externalsecrets',
  project(object) {
    const syncedAt = textAt(object, 'status', 'refreshTime');
    const policy = textAt(object, 'spec', 'refreshPolicy') ?? 'Periodic';
    const interval = textAt(object, 'spec', 'refreshInterval');
    return {
      condition: conditionsOf(object).get('Ready'),
      ...(syncedAt && { syncedAt }),
      refreshIntervalMs:
        policy === 'Periodic'
          ? parseGoDuration(interval ?? '') ?? defaultIntervalMs
          : 0,
    };
  },
  judge(projection, context) {
    const judgement = judgeCondition(projection.condition, {
      advice:
        'The secret store could not be read, so pods may lack the secret or run with an old one. Check that the key exists in the store and that the store may be read.',
      runbook,
    });
    return judgement.health === 'Healthy'
      ? judgeAge(projection, context) ?? judgement
      : judgement;
  },
};

function judgeAge(
  { syncedAt, refreshIntervalMs }: ExternalSecretProjection,
  { now, thresholds }: JudgeContext,
): Judgement | undefined {
  const limitMs = Math.max(
    thresholds.secretRefreshIntervals * refreshIntervalMs,
    minimumDelayMs,
  );
  const syncedMs = ageMs(syncedAt, now);
  return refreshIntervalMs > 0 && syncedMs > limitMs
    ? degraded(
        'SecretNotRefreshed',
        `The secret was last read from its store ${inWords(
          syncedMs,
        )} ago, and is to be read every ${inWords(
          refreshIntervalMs,
        )}. The operator of external secrets is probably down or overloaded.`,
        runbook,
      )
    : undefined;
}

export const secretStore: ObservedKind<{ condition?: Condition }> = {
  kind: 'SecretStore',
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  plural: 'secretstores',
  project: object => ({ condition: conditionsOf(object).get('Ready') }),
  judge: ({ condition }) =>
    judgeCondition(condition, {
      advice: 'No secret can be synced. Check the credentials of the store.',
      runbook,
    }),
};
