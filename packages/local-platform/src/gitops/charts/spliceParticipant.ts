import { Chart } from './Chart';
import {
  app,
  defaultImageRepository,
  Fields,
  logbackConfigMap,
  secretVariable,
  serviceMonitor,
} from './parts';
import { participantValuesSchema } from './participantValuesSchema';

interface ParticipantValues {
  imageRepo?: string;
  persistence: {
    host: string;
    port?: number;
    databaseName?: string;
    schema: string;
    secretName: string;
    initImageName?: string;
    enablePgInitContainer?: boolean;
  };
  auth?: { targetAudience: string; jwksUrl: string };
  participantAdminUserNameFrom: {
    secretKeyRef: { name: string; key: string; optional?: boolean };
  };
  additionalEnvVars?: Fields[];
  resources?: Fields;
  serviceAccountName?: string;
}

const defaultResources = {
  requests: { cpu: '2', memory: '16Gi' },
  limits: { memory: '32Gi' },
};

/** What release 0.7 of the chart splice-participant creates, as far as it matters here. */
export const spliceParticipant: Chart = {
  valuesSchema: participantValuesSchema,
  render(release) {
    const values = release.values as unknown as ParticipantValues;
    const name = release.release;
    const image = `${
      values.imageRepo ?? defaultImageRepository
    }/canton-participant:${release.version}`;
    return [
      ...app(release, {
        name,
        image,
        ports: [
          { name: 'lg-api', port: 5001 },
          { name: 'lg-adm-api', port: 5002 },
          { name: 'json-api', port: 7575 },
          { name: 'metrics', port: 10013 },
          { name: 'grpc-health', port: 5061, podOnly: true },
        ],
        env: environment(values),
        resources: values.resources ?? defaultResources,
        serviceAccountName: values.serviceAccountName,
        probes: {
          readinessProbe: {
            grpc: { port: 5061, service: '' },
            initialDelaySeconds: 5,
            periodSeconds: 5,
          },
          livenessProbe: {
            grpc: { port: 5061, service: 'liveness' },
            initialDelaySeconds: 600,
            periodSeconds: 60,
          },
        },
        initContainers: initContainers(values),
      }),
      logbackConfigMap(release, name),
      ...serviceMonitor(release, { name: `${name}-sm`, app: name }),
    ];
  },
};

function environment({
  persistence,
  auth,
  participantAdminUserNameFrom,
  additionalEnvVars = [],
}: ParticipantValues): Fields[] {
  return [
    { name: 'CANTON_PARTICIPANT_POSTGRES_SERVER', value: persistence.host },
    {
      name: 'CANTON_PARTICIPANT_POSTGRES_PORT',
      value: String(persistence.port ?? 5432),
    },
    {
      name: 'CANTON_PARTICIPANT_POSTGRES_DB',
      value: persistence.databaseName ?? 'participant',
    },
    { name: 'CANTON_PARTICIPANT_POSTGRES_SCHEMA', value: persistence.schema },
    databasePassword('CANTON_PARTICIPANT_POSTGRES_PASSWORD', persistence),
    secretVariable(
      'CANTON_PARTICIPANT_ADMIN_USER_NAME',
      participantAdminUserNameFrom.secretKeyRef,
    ),
    ...(auth
      ? [
          { name: 'AUTH_TARGET_AUDIENCE', value: auth.targetAudience },
          { name: 'AUTH_JWKS_URL', value: auth.jwksUrl },
        ]
      : []),
    ...additionalEnvVars,
  ];
}

function initContainers({ persistence }: ParticipantValues): Fields[] {
  if (persistence.enablePgInitContainer === false) {
    return [];
  }
  return [
    {
      name: 'pg-init',
      image: persistence.initImageName ?? 'postgres:14',
      env: [databasePassword('PGPASSWORD', persistence)],
    },
  ];
}

function databasePassword(
  variable: string,
  { secretName }: ParticipantValues['persistence'],
): Fields {
  return secretVariable(variable, {
    name: secretName,
    key: 'postgresPassword',
  });
}
