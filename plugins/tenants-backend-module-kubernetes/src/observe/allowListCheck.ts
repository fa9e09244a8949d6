import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import { authorizationPolicy, degraded, healthy, Judgement } from '../health';
import { canonicalCidr } from './canonicalCidr';
import { namedPatterns } from './namedObjects';
import { isKnown, ObserveContext } from './ObserveContext';

const maximumShown = 3;

const notThere: Judgement = {
  health: 'Missing',
  reason: 'NotFound',
  message:
    'No policy says who is let in. They have not been applied yet, or were deleted; look at the sync of the GitOps application.',
  runbook: 'object-missing',
};

/** Networks that the cluster lets in; `undefined` when it is not known, or nothing decides. */
export function allowListInForce({
  view,
}: ObserveContext): string[] | undefined {
  const policies = [...view.objects(authorizationPolicy).values()];
  if (!isKnown(authorizationPolicy, view) || policies.length === 0) {
    return undefined;
  }
  const networks = policies.flatMap(policy => policy.networks);
  return [...new Set(networks.map(canonicalCidr))].sort();
}

/** Whether the cluster lets in whom Git says; none when that cannot be compared. */
export function allowListChecks(context: ObserveContext): ObservedCheck[] {
  const judgement = judgeAllowList(context);
  return judgement
    ? [
        {
          id: 'access/allow-list',
          object: `${authorizationPolicy.kind}/*`,
          ...judgement,
        },
      ]
    : [];
}

function judgeAllowList(context: ObserveContext): Judgement | undefined {
  const { binding, view } = context;
  if (
    !binding.allowList ||
    view.availability(authorizationPolicy).phase !== 'Observed'
  ) {
    return undefined;
  }
  const inForce = allowListInForce(context);
  if (!inForce) {
    const isExpected =
      namedPatterns(binding, authorizationPolicy.kind).length > 0;
    return isExpected ? notThere : undefined;
  }
  const inGit = new Set(binding.allowList.map(canonicalCidr));
  return judge(
    inForce.filter(network => !inGit.has(network)),
    [...inGit].filter(network => !inForce.includes(network)),
  );
}

function judge(surplus: string[], missing: string[]): Judgement {
  if (surplus.length === 0 && missing.length === 0) {
    return healthy;
  }
  const differences = [
    surplus.length > 0 && `lets in ${some(surplus)}, which Git does not list`,
    missing.length > 0 && `keeps out ${some(missing)}, which Git lists`,
  ].filter(Boolean);
  return degraded(
    'AllowListDiffers',
    `The cluster ${differences.join(
      ', and ',
    )}. Probably the last change is not synced, or a policy was changed by hand; look at the sync of the GitOps application.`,
    'allow-list-differs',
  );
}

function some(networks: readonly string[]): string {
  const shown = networks.slice(0, maximumShown).join(', ');
  const more = networks.length - maximumShown;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
