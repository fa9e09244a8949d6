import {
  KubernetesObject,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { healthy, ObservedKind } from './ObservedKind';

/** What is kept of an authorization policy. */
export interface AuthorizationProjection {
  /** CIDRs and addresses that it lets in. */
  networks: string[];
}

const everyNetwork = ['0.0.0.0/0', '::/0'];

/** Whether it is there; who is let in is told by the check `access/allow-list`. */
export const authorizationPolicy: ObservedKind<AuthorizationProjection> = {
  kind: 'AuthorizationPolicy',
  group: 'security.istio.io',
  versions: ['v1', 'v1beta1'],
  plural: 'authorizationpolicies',
  project: object => ({ networks: networksOf(object) }),
  judge: () => healthy,
  onlyNamed: true,
};

function networksOf(object: KubernetesObject): string[] {
  if ((textAt(object, 'spec', 'action') ?? 'ALLOW') !== 'ALLOW') {
    return [];
  }
  const networks = listAt(object, 'spec', 'rules').flatMap(rule =>
    isUnconditional(rule) ? everyNetwork : networksOfRule(rule),
  );
  return [...new Set(networks)];
}

/** An empty rule matches every request; a policy without rules matches none. */
function isUnconditional(rule: unknown): boolean {
  return ['from', 'to', 'when'].every(
    part => valueAt(rule, part) === undefined,
  );
}

function networksOfRule(rule: unknown): string[] {
  const sources = listAt(rule, 'from');
  return sources
    .flatMap(source => [
      ...listAt(source, 'source', 'remoteIpBlocks'),
      ...listAt(source, 'source', 'ipBlocks'),
    ])
    .filter(network => typeof network === 'string');
}
