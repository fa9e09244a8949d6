const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };

/** `secretKeyRef` and its relatives. */
export const secretKeySource = {
  type: 'object',
  required: ['secretKeyRef'],
  properties: {
    secretKeyRef: {
      type: 'object',
      required: ['name', 'key'],
      properties: { name: text, key: text, optional: flag },
    },
  },
};

/** The values that nodes are configured with; a value of another name passes, as with the chart. */
export const participantValuesSchema = {
  type: 'object',
  required: ['persistence', 'participantAdminUserNameFrom'],
  properties: {
    imageRepo: text,
    persistence: {
      type: 'object',
      required: ['host', 'schema', 'secretName'],
      properties: {
        host: text,
        port: { type: 'integer', minimum: 0, maximum: 65535 },
        databaseName: text,
        schema: text,
        secretName: text,
        initImageName: text,
        enablePgInitContainer: flag,
      },
    },
    auth: {
      type: 'object',
      required: ['targetAudience', 'jwksUrl'],
      properties: {
        targetAudience: text,
        jwksUrl: { type: 'string', pattern: '^http[s]?://' },
      },
    },
    disableAuth: flag,
    participantAdminUserNameFrom: secretKeySource,
    additionalEnvVars: {
      type: 'array',
      items: { type: 'object', required: ['name'] },
    },
    enableHealthProbes: flag,
    livenessProbeInitialDelaySeconds: { type: 'integer' },
    kms: { type: 'object' },
    resources: { type: 'object' },
    metrics: { type: 'object', properties: { enable: flag } },
  },
  anyOf: [
    { required: ['auth'] },
    { properties: { disableAuth: { const: true } }, required: ['disableAuth'] },
  ],
};
