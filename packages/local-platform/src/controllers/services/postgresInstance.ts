import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { PodTemplate } from '../pods/Pod';

/** The parts of a CloudNativePG Cluster that are simulated. */
export interface PostgresCluster extends KubernetesObject {
  spec: {
    instances?: number;
    imageName?: string;
    storage: PostgresStorage;
    /** A volume of its own for the write-ahead log. */
    walStorage?: PostgresStorage;
    bootstrap?: { initdb?: { secret?: { name: string } } };
    resources?: object;
  };
}

export type PostgresStorage = { size: string; storageClass?: string };

/** The pod of one instance, as the operator writes it. */
export function instanceTemplate(
  { metadata, spec }: PostgresCluster,
  name: string,
  primary: boolean,
): PodTemplate {
  const secret = spec.bootstrap?.initdb?.secret?.name;
  const role = primary ? 'primary' : 'replica';
  const container = {
    name: 'postgres',
    image: spec.imageName ?? 'ghcr.io/cloudnative-pg/postgresql:18',
    ports: [
      { name: 'postgresql', containerPort: 5432, protocol: 'TCP' },
      { name: 'metrics', containerPort: 9187, protocol: 'TCP' },
      { name: 'status', containerPort: 8000, protocol: 'TCP' },
    ],
    env: secret
      ? [
          {
            name: 'PGPASSWORD',
            valueFrom: { secretKeyRef: { name: secret, key: 'password' } },
          },
        ]
      : [],
    ...(spec.resources && { resources: spec.resources }),
    volumeMounts: [
      { name: 'pgdata', mountPath: '/var/lib/postgresql/data' },
      ...(spec.walStorage
        ? [{ name: 'pg-wal', mountPath: '/var/lib/postgresql/wal' }]
        : []),
    ],
  };
  return {
    metadata: {
      labels: {
        'cnpg.io/cluster': metadata.name,
        'cnpg.io/instanceName': name,
        'cnpg.io/instanceRole': role,
        'cnpg.io/podRole': 'instance',
        role,
      },
    },
    spec: {
      containers: [container],
      volumes: [
        { name: 'pgdata', persistentVolumeClaim: { claimName: name } },
        ...(spec.walStorage
          ? [
              {
                name: 'pg-wal',
                persistentVolumeClaim: { claimName: `${name}-wal` },
              },
            ]
          : []),
      ],
    },
  };
}
