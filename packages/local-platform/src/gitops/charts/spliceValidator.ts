import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { Chart, ChartRelease } from './Chart';
import {
  app,
  chartLabels,
  defaultImageRepository,
  Fields,
  logbackConfigMap,
  secretVariable,
  serviceMonitor,
} from './parts';
import { validatorValuesSchema } from './validatorValuesSchema';

interface SecretKeyReference {
  name: string;
  key: string;
  optional?: boolean;
}

interface ValidatorValues {
  imageRepo?: string;
  validatorPartyHint: string;
  nodeIdentifier: string;
  participantAddress: string;
  svSponsorAddress?: string;
  onboardingSecretFrom?: { secretKeyRef: SecretKeyReference };
  disableAuth?: boolean;
  persistence: { host?: string; databaseName?: string; secretName?: string };
  migration?: { attachPvc?: boolean };
  pvc?: { volumeName?: string; volumeStorageClass?: string };
  ansWebUi?: { enabled?: boolean };
  validatorWebUi?: { enabled?: boolean };
  resources?: Fields;
  serviceAccountName?: string;
}

const authSecret = 'splice-app-validator-ledger-api-auth';
const webResources = {
  requests: { cpu: '0.1', memory: '240Mi' },
  limits: { memory: '1536Mi' },
};

/** What release 0.7 of the chart splice-validator creates, as far as it matters here. */
export const spliceValidator: Chart = {
  valuesSchema: validatorValuesSchema,
  render(release) {
    const values = release.values as unknown as ValidatorValues;
    return [
      ...validatorApp(release, values),
      ...(values.validatorWebUi?.enabled === false
        ? []
        : webUi(release, values, 'wallet')),
      ...(values.ansWebUi?.enabled === false
        ? []
        : webUi(release, values, 'ans')),
      logbackConfigMap(release, 'validator-app'),
      ...(hasVolume(values) ? [claim(release, values)] : []),
      ...serviceMonitor(release, { name: 'validator', app: 'validator-app' }),
    ];
  },
};

function validatorApp(
  release: ChartRelease,
  values: ValidatorValues,
): KubernetesObject[] {
  return app(release, {
    name: 'validator-app',
    image: image(release, values, 'validator-app'),
    ports: [
      { name: 'val-http', port: 5003 },
      { name: 'metrics', port: 10013 },
    ],
    env: environment(values),
    resources: values.resources ?? {
      requests: { cpu: '1', memory: '4Gi' },
      limits: { memory: '8Gi' },
    },
    ...(hasVolume(values) && volumes(values)),
    serviceAccountName: values.serviceAccountName,
    probes: {
      readinessProbe: {
        httpGet: { path: '/api/validator/readyz', port: 5003 },
        initialDelaySeconds: 5,
        periodSeconds: 5,
        failureThreshold: 5,
        timeoutSeconds: 3,
      },
      livenessProbe: {
        httpGet: { path: '/api/validator/livez', port: 5003 },
        initialDelaySeconds: 60,
        periodSeconds: 60,
        failureThreshold: 5,
        timeoutSeconds: 10,
      },
    },
  });
}

function environment(values: ValidatorValues): Fields[] {
  const { persistence, onboardingSecretFrom } = values;
  return [
    {
      name: 'SPLICE_APP_VALIDATOR_PARTY_HINT',
      value: values.validatorPartyHint,
    },
    {
      name: 'SPLICE_APP_VALIDATOR_NODE_IDENTIFIER',
      value: values.nodeIdentifier,
    },
    {
      name: 'SPLICE_APP_VALIDATOR_PARTICIPANT_ADDRESS',
      value: values.participantAddress,
    },
    {
      name: 'SPLICE_APP_VALIDATOR_SV_SPONSOR_ADDRESS',
      value: values.svSponsorAddress ?? '',
    },
    { name: 'SPLICE_APP_POSTGRES_HOST', value: persistence.host ?? 'postgres' },
    {
      name: 'SPLICE_APP_POSTGRES_DATABASE_NAME',
      value: persistence.databaseName ?? 'cantonnet_validator',
    },
    secretVariable('SPLICE_APP_POSTGRES_PASSWORD', {
      name: persistence.secretName ?? 'postgres-secrets',
      key: 'postgresPassword',
    }),
    ...(values.disableAuth ? [] : authVariables()),
    ...(onboardingSecretFrom
      ? [
          secretVariable(
            'SPLICE_APP_VALIDATOR_ONBOARDING_SECRET',
            onboardingSecretFrom.secretKeyRef,
          ),
        ]
      : []),
  ];
}

function authVariables(): Fields[] {
  const variable = (name: string, key: string) =>
    secretVariable(`SPLICE_APP_VALIDATOR_LEDGER_API_AUTH_${name}`, {
      name: authSecret,
      key,
    });
  return [
    variable('URL', 'url'),
    variable('CLIENT_ID', 'client-id'),
    variable('CLIENT_SECRET', 'client-secret'),
    variable('AUDIENCE', 'audience'),
    variable('USER_NAME', 'ledger-api-user'),
  ];
}

function webUi(
  release: ChartRelease,
  values: ValidatorValues,
  kind: 'wallet' | 'ans',
): KubernetesObject[] {
  const secret =
    kind === 'wallet' ? 'splice-app-wallet-ui-auth' : 'splice-app-cns-ui-auth';
  return app(release, {
    name: `${kind}-web-ui`,
    image: image(release, values, `${kind}-web-ui`),
    ports: [{ name: 'http', port: 80, containerPort: 8080 }],
    env: values.disableAuth
      ? []
      : [
          secretVariable('SPLICE_APP_UI_AUTH_URL', {
            name: secret,
            key: 'url',
          }),
          secretVariable('SPLICE_APP_UI_AUTH_CLIENT_ID', {
            name: secret,
            key: 'client-id',
          }),
        ],
    resources: webResources,
    serviceAccountName: values.serviceAccountName,
  });
}

function hasVolume({ migration }: ValidatorValues): boolean {
  return migration?.attachPvc !== false;
}

function volumeName({ pvc }: Pick<ValidatorValues, 'pvc'>): string {
  return pvc?.volumeName ?? 'domain-migration-validator-pvc';
}

function volumes(values: ValidatorValues) {
  const name = 'domain-upgrade-dump-volume';
  return {
    volumes: [
      { name, persistentVolumeClaim: { claimName: volumeName(values) } },
    ],
    volumeMounts: [{ name, mountPath: '/domain-upgrade-dump' }],
  };
}

function claim(
  release: ChartRelease,
  { pvc }: Pick<ValidatorValues, 'pvc'>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: volumeName({ pvc }),
      namespace: release.namespace,
      labels: chartLabels(release, 'validator-app'),
      annotations: { 'helm.sh/resource-policy': 'keep' },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10G' } },
      storageClassName: pvc?.volumeStorageClass ?? 'standard-rwo',
    },
  };
}

function image(
  { version }: ChartRelease,
  { imageRepo = defaultImageRepository }: ValidatorValues,
  name: string,
): string {
  return `${imageRepo}/${name}:${version}`;
}
