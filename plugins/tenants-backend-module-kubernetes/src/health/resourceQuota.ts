import { QuotaFact } from '@tenantry/plugin-tenants-common';
import { KubernetesObject, valueAt } from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  JudgeContext,
  Judgement,
  ObservedKind,
} from './ObservedKind';
import { parseQuantity } from './quantity';

/** What is kept of a quota: the use of each of its resources. */
export type QuotaProjection = readonly QuotaFact[];

/** A quota of a few objects, such as one load balancer, is there to be used up. */
const fewObjects = 10;

export const resourceQuota: ObservedKind<QuotaProjection> = {
  kind: 'ResourceQuota',
  group: '',
  versions: ['v1'],
  plural: 'resourcequotas',
  project: projectQuota,
  judge: judgeQuota,
  onlyNamed: true,
};

function projectQuota(object: KubernetesObject): QuotaProjection {
  const hard = valueAt(object, 'status', 'hard');
  const used = valueAt(object, 'status', 'used');
  return Object.keys(typeof hard === 'object' ? hard ?? {} : {}).flatMap(
    resource => {
      const limit = String(valueAt(hard, resource));
      const use = String(valueAt(used, resource) ?? '0');
      const ratio = shareOf(parseQuantity(use), parseQuantity(limit));
      return ratio === undefined
        ? []
        : { resource, used: use, hard: limit, ratio };
    },
  );
}

function shareOf(
  used: number | undefined,
  hard: number | undefined,
): number | undefined {
  if (used === undefined || hard === undefined) {
    return undefined;
  }
  if (hard === 0) {
    return used > 0 ? 1 : 0;
  }
  return Math.round((used / hard) * 1_000) / 1_000;
}

function judgeQuota(
  quotas: QuotaProjection,
  { thresholds }: JudgeContext,
): Judgement {
  const [fullest] = quotas
    .filter(({ ratio }) => ratio >= thresholds.quotaUse)
    .filter(quota => !isMeantToBeUsedUp(quota))
    .sort((left, right) => right.ratio - left.ratio);
  if (!fullest) {
    return healthy;
  }
  const { resource, used, hard, ratio } = fullest;
  return degraded(
    'QuotaNearlyUsed',
    `${Math.floor(
      ratio * 100,
    )}% of the quota for ${resource} is used (${used} of ${hard}); what goes beyond is refused. Choose a larger size, or have less run.`,
    'quota-nearly-used',
  );
}

function isMeantToBeUsedUp({ resource, hard }: QuotaFact): boolean {
  const counts = !/cpu|memory|storage$/.test(resource);
  return counts && (parseQuantity(hard) ?? 0) < fewObjects;
}
