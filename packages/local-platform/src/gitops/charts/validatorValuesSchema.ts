import { secretKeySource } from './participantValuesSchema';

const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const anything = {};

const connectionType = { enum: ['bft', 'bft-custom', 'trust-single'] };

/** Top-level values that the chart knows and that change nothing here. */
const acceptedValues = [
  'additionalConfig',
  'additionalEnvVars',
  'additionalUsers',
  'additionalJvmOptions',
  'appDars',
  'autoAcceptTransfers',
  'deduplicationDuration',
  'defaultJvmOptions',
  'disableAllocateLedgerApiUserParty',
  'disableAuth',
  'enablePostgresMetrics',
  'enableReloader',
  'extraDomains',
  'failOnAppVersionMismatch',
  'fixedTokens',
  'imageDigests',
  'imagePullPolicy',
  'livenessProbeInitialDelaySeconds',
  'logLevel',
  'maxVettingDelay',
  'metrics',
  'migrateValidatorParty',
  'migration',
  'participantIdentitiesDumpImport',
  'participantIdentitiesDumpPeriodicBackup',
  'participantPruningSchedule',
  'pod',
  'pvc',
  'resources',
  'securityContexts',
  'serviceAccountName',
  'topup',
  'txLogBackfilling',
  'validatorWalletUsers',
  'walletSweep',
];

/** The values that nodes are configured with; as with the chart, no other names pass. */
export const validatorValuesSchema = {
  type: 'object',
  required: [
    'validatorPartyHint',
    'nodeIdentifier',
    'spliceInstanceNames',
    'participantAddress',
    'persistence',
  ],
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(acceptedValues.map(name => [name, anything])),
    imageRepo: text,
    participantAddress: text,
    svSponsorAddress: text,
    onboardingSecretFrom: secretKeySource,
    scanClient: {
      type: 'object',
      required: ['scanType'],
      properties: {
        scanType: connectionType,
        seedUrls: { type: 'array', minItems: 1, items: text },
      },
    },
    synchronizer: {
      type: 'object',
      required: ['connectionType'],
      properties: { connectionType },
    },
    validatorPartyHint: { type: 'string', pattern: '^[a-zA-Z0-9_-]+$' },
    nodeIdentifier: text,
    validatorWalletUser: text,
    auth: {
      type: 'object',
      required: ['audience', 'jwksUrl'],
      properties: {
        audience: text,
        jwksUrl: { type: 'string', pattern: '^http[s]?://' },
      },
    },
    contactPoint: { type: 'string' },
    persistence: {
      type: 'object',
      properties: { host: text, secretName: text, databaseName: text },
    },
    spliceInstanceNames: {
      type: 'object',
      required: [
        'networkName',
        'networkFaviconUrl',
        'amuletName',
        'amuletNameAcronym',
        'nameServiceName',
        'nameServiceNameAcronym',
      ],
    },
    enableWallet: flag,
    ansWebUi: { type: 'object', properties: { enabled: flag } },
    validatorWebUi: { type: 'object', properties: { enabled: flag } },
  },
};
