import { ClientNames } from '../Client';
import { Probe } from '../Probe';
import { get, post } from './probes';

const tenantRoute = '/v1/tenants/:tenant';

/** Other spellings of the path to a tenant, and what its lists can be asked for. */
export function tenantProbes(names: ClientNames, own: string): Probe[] {
  const { tenant, environment, cluster, namespace, group } = names;
  const environmentPath = `/v1/tenants/${tenant}/environments/${environment}`;
  const cursors = [tenant, [0, tenant], ['', tenant], { name: tenant }];
  const lists = [
    'limit=100',
    `q=${tenant}`,
    `q=${namespace}`,
    `q=${tenant.replaceAll('-', '_')}`,
    `names=${tenant}`,
    `names=${own},${tenant}`,
    `owner=group:default/${group}`,
    `environment=${environment}&q=${tenant}`,
    `cluster=${cluster}&q=${tenant}`,
    ...cursors.map(cursor => `cursor=${encodedCursor(cursor)}`),
  ];
  return [
    ...lists.map(query =>
      get('tenants', '/v1/tenants', `/v1/tenants?${query}`),
    ),
    ...spellings(tenant, own).map(([path, says]) =>
      get('tenants', tenantRoute, path, { says: [says] }),
    ),
    ...['1h', '24h'].map(range =>
      get(
        'tenants',
        `${tenantRoute}/environments/:environment/metrics`,
        `${environmentPath}/metrics?range=${range}`,
      ),
    ),
    get(
      'tenants',
      `${tenantRoute}/timeline`,
      `/v1/tenants/${tenant}/timeline?limit=100&since=2020-01-01T00:00:00Z`,
    ),
    get('tenants', tenantRoute, `/v1/tenants/${tenant}?details=true`),
    get('tenants', '/v1/clusters'),
    get('tenants', '/v1/rollouts'),
    ...['sync', 'refresh', 'suspend', 'resume', 'rollback'].map(action => ({
      ...post('tenants', `${environmentPath}/${action}`, { deployment: '1' }),
      route: `POST /api/tenants${tenantRoute}/environments/:environment/${action}`,
    })),
  ];
}

/** Paths to the tenant, each with what it makes of the name. */
function spellings(tenant: string, own: string): [string, string][] {
  const changed = [
    `${tenant}%2F`,
    `%2e%2e%2ftenants%2f${tenant}`,
    `%252e%252e%252f${tenant}`,
    `${own}%2F..%2F${tenant}`,
    `${own};${tenant}`,
    tenant.toLocaleUpperCase('en-US'),
    `${tenant}%00`,
    `${tenant}%20`,
    `${tenant}.`,
    // The first letter in full width, which normalizes to the Latin one.
    encodeURIComponent(fullWidth(tenant[0]) + tenant.slice(1)),
    // A Cyrillic letter that looks like the Latin one, and a letter that nobody sees.
    encodeURIComponent(tenant.replace(/[aeocp]/, '\u0430')),
    encodeURIComponent(`${tenant}\u200b`),
    percentEncoded(tenant),
  ];
  return [
    ...changed.map((name): [string, string] => [`/v1/tenants/${name}`, name]),
    [`/v1/tenants/${own}/../${tenant}`, tenant],
    [`/v1//tenants//${tenant}`, tenant],
    [`/V1/TENANTS/${tenant}`, tenant],
    [`/v1/tenants/${own}/environments/..%2F..%2F${tenant}`, tenant],
    [`/v1/tenants/${tenant}?tenant=${own}`, tenant],
    [`/v1/tenants/${own}?tenant=${tenant}`, tenant],
  ];
}

function fullWidth(letter: string): string {
  return String.fromCodePoint(letter.codePointAt(0)! + 0xfee0);
}

function percentEncoded(text: string): string {
  return Buffer.from(text)
    .toString('hex')
    .replace(/../g, byte => `%${byte}`);
}

function encodedCursor(cursor: unknown): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}
