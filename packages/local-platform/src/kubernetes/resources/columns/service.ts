import { KubernetesObject } from '../../ObjectStore';
import { ageColumn, column, fieldOf, labelsColumn, textColumn } from './column';

const none = '<none>';

const list = (values: string[] | undefined) => values?.join(',') || none;

export const serviceColumns = [
  textColumn('Type', '.spec.type', { absent: none }),
  textColumn('Cluster-IP', '.spec.clusterIP', { absent: none }),
  column('External-IP', externalAddress),
  column('Port(s)', servicePorts),
  ageColumn,
  labelsColumn('Selector', '.spec.selector', { priority: 1 }),
];

function externalAddress(service: KubernetesObject): string {
  const ingress = fieldOf<{ ip?: string; hostname?: string }[]>(
    service,
    '.status.loadBalancer.ingress',
  );
  const addresses = [
    ...(ingress ?? []).map(({ ip, hostname }) => ip ?? hostname ?? ''),
    ...(fieldOf<string[]>(service, '.spec.externalIPs') ?? []),
  ];
  const pending = fieldOf(service, '.spec.type') === 'LoadBalancer';
  return addresses.join(',') || (pending ? '<pending>' : none);
}

function servicePorts(service: KubernetesObject): string {
  const ports = fieldOf<
    { port: number; nodePort?: number; protocol?: string }[]
  >(service, '.spec.ports');
  return list(
    ports?.map(
      ({ port, nodePort, protocol = 'TCP' }) =>
        `${nodePort ? `${port}:${nodePort}` : port}/${protocol}`,
    ),
  );
}

interface Subset {
  addresses?: { ip: string }[];
  ports?: { port: number }[];
}

export const endpointsColumns = [
  column('Endpoints', object => {
    const subsets = fieldOf<Subset[]>(object, '.subsets') ?? [];
    return list(
      subsets.flatMap(({ addresses = [], ports = [] }) =>
        addresses.flatMap(({ ip }) =>
          ports.length ? ports.map(({ port }) => `${ip}:${port}`) : [ip],
        ),
      ),
    );
  }),
  ageColumn,
];
