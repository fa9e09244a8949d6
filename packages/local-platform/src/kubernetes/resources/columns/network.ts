import { KubernetesObject } from '../../ObjectStore';
import { ageColumn, column, fieldOf, labelsColumn, textColumn } from './column';

const none = '<none>';
const list = (values: unknown[] | undefined) => values?.join(',') || none;

export const networkPolicyColumns = [
  labelsColumn('Pod-Selector', '.spec.podSelector.matchLabels'),
  ageColumn,
];

export const ingressColumns = [
  textColumn('Class', '.spec.ingressClassName', { absent: none }),
  column('Hosts', ingress => {
    const rules = fieldOf<{ host?: string }[]>(ingress, '.spec.rules') ?? [];
    return rules.map(({ host }) => host ?? '*').join(',') || '*';
  }),
  column('Address', ingress => {
    const points = fieldOf<{ ip?: string; hostname?: string }[]>(
      ingress,
      '.status.loadBalancer.ingress',
    );
    return (points ?? []).map(({ ip, hostname }) => ip || hostname).join(',');
  }),
  column('Ports', ingress =>
    fieldOf<object[]>(ingress, '.spec.tls')?.length ? '80, 443' : '80',
  ),
  ageColumn,
];

export const endpointSliceColumns = [
  textColumn('AddressType', '.addressType'),
  column('Ports', slice =>
    list(fieldOf<{ port: number }[]>(slice, '.ports')?.map(it => it.port)),
  ),
  column('Endpoints', slice =>
    list(
      fieldOf<{ addresses: string[] }[]>(slice, '.endpoints')?.flatMap(
        ({ addresses }) => addresses,
      ),
    ),
  ),
  ageColumn,
];

export const podDisruptionBudgetColumns = [
  limitColumn('Min Available', '.spec.minAvailable'),
  limitColumn('Max Unavailable', '.spec.maxUnavailable'),
  column(
    'Allowed Disruptions',
    budget => fieldOf<number>(budget, '.status.disruptionsAllowed') ?? 0,
    { type: 'integer' },
  ),
  ageColumn,
];

function limitColumn(name: string, path: string) {
  const read = (budget: KubernetesObject) =>
    String(fieldOf<number | string>(budget, path) ?? 'N/A');
  return column(name, read);
}
