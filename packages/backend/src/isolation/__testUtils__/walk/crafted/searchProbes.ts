import { ClientNames } from '../Client';
import { Probe } from '../Probe';
import { get } from './probes';

/** Searches for a client, by words, filters and pages. */
export function searchProbes({
  tenant,
  namespace,
  group,
  user,
}: ClientNames): Probe[] {
  const terms = [tenant, namespace, group, user, tenant.replaceAll('-', '_')];
  const cursor = Buffer.from(
    JSON.stringify({ offset: 0, term: tenant, page: 1 }),
  ).toString('base64url');
  return [
    ...terms.map(term => `term=${term}`),
    'term=',
    'term=*',
    `term=&filters[name]=${tenant}`,
    `term=&filters[owner]=group:default/${group}`,
    `term=${tenant}&types[0]=tenants&pageLimit=100`,
    `term=${tenant}&types[0]=software-catalog&pageLimit=100`,
    `term=${tenant}&pageCursor=${cursor}`,
    `term=${encodeURIComponent(`" OR "${tenant}`)}`,
    `term=${encodeURIComponent(`${tenant}%' OR 1=1 --`)}`,
  ].map(query => get('search', '/query', `/query?${query}`));
}
