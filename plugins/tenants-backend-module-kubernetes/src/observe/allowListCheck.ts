import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import { authorizationPolicy, degraded, healthy, Judgement } from '../health';
import { canonicalCidr } from './canonicalCidr';
import { namedPatterns } from './namedObjects';
import { isKnown, ObserveContext } from './ObserveContext';

const maximumShown = 3;

/** Networks that the cluster lets in; `undefined` when it is not known, or nothing decides. */
export function allowListInForce({
  binding,
  view,
}: ObserveContext): string[] | undefined {
  const policies = view.objects(authorizationPolicy);
  const expected = namedPatterns(binding, authorizationPolicy.kind).length > 0;
  if (
    view.availability(authorizationPolicy).phase !== 'Observed' ||
    (policies.size === 0 && !expected)
  ) {
    return undefined;
  }
  const networks = [...policies.values()].flatMap(policy => policy.networks);
  return [...new Set(networks.map(canonicalCidr))].sort();
}

/** Whether the cluster lets in whom Git says; none when that cannot be compared. */
export function allowListChecks(context: ObserveContext): ObservedCheck[] {
  const { allowList } = context.binding;
  const inForce = allowListInForce(context);
  if (!inForce || !allowList || !isKnown(authorizationPolicy, context.view)) {
    return [];
  }
  const inGit = new Set(allowList.map(canonicalCidr));
  const surplus = inForce.filter(network => !inGit.has(network));
  const missing = [...inGit].filter(network => !inForce.includes(network));
  return [
    {
      id: 'access/allow-list',
      object: `${authorizationPolicy.kind}/*`,
      ...judge(surplus, missing),
    },
  ];
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
