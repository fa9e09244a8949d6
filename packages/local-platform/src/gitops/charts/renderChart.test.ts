import { JsonObject } from '@backstage/types';
import { renderChart } from './renderChart';

const participant: JsonObject = {
  persistence: {
    host: 'postgres-rw',
    schema: 'participant',
    secretName: 'postgres-secrets',
  },
  participantAdminUserNameFrom: {
    secretKeyRef: {
      name: 'splice-app-validator-ledger-api-auth',
      key: 'ledger-api-user',
    },
  },
  auth: {
    targetAudience: 'https://ledger-api',
    jwksUrl: 'https://id.example.com/certs',
  },
  metrics: { enable: true },
};
const instanceNames = Object.fromEntries(
  [
    'networkName',
    'networkFaviconUrl',
    'amuletName',
    'amuletNameAcronym',
    'nameServiceName',
    'nameServiceNameAcronym',
  ].map(name => [name, 'x']),
);
const validator: JsonObject = {
  participantAddress: 'participant',
  validatorPartyHint: 'acme-validator-1',
  nodeIdentifier: 'acme-validator-1',
  persistence: {},
  spliceInstanceNames: instanceNames,
};

const render = (name: 'participant' | 'validator', values: JsonObject) =>
  renderChart({
    chart: `splice-${name}`,
    version: '0.7.4',
    release: name,
    namespace: 'acme-01-devnet',
    values,
  });

const names = (objects: ReturnType<typeof render>) =>
  objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);

describe('splice-participant', () => {
  it('creates a Deployment and a Service named after the release', () => {
    const objects = render('participant', participant);
    expect(names(objects)).toEqual([
      'Deployment/participant',
      'Service/participant',
      'ConfigMap/participant-logback-xml',
      'ServiceMonitor/participant-sm',
    ]);
    expect(objects[1].spec).toMatchObject({
      ports: [
        { name: 'lg-api', port: 5001 },
        { name: 'lg-adm-api', port: 5002 },
        { name: 'json-api', port: 7575 },
        { name: 'metrics', port: 10013 },
      ],
    });
  });

  it('reads its secrets from the namespace', () => {
    const text = JSON.stringify(render('participant', participant));
    expect(text).toContain(
      '"secretKeyRef":{"name":"postgres-secrets","key":"postgresPassword"}',
    );
    expect(text).toContain('"key":"ledger-api-user"');
  });
});

describe('splice-validator', () => {
  it('creates the app and both web interfaces', () => {
    expect(names(render('validator', validator))).toEqual(
      expect.arrayContaining([
        'Deployment/validator-app',
        'Deployment/wallet-web-ui',
        'Deployment/ans-web-ui',
        'PersistentVolumeClaim/domain-migration-validator-pvc',
      ]),
    );
  });

  it('needs the onboarding secret only where the values say so', () => {
    const secret = 'splice-app-validator-onboarding-validator';
    const onboardingSecretFrom = {
      secretKeyRef: { name: secret, key: 'secret' },
    };
    expect(JSON.stringify(render('validator', validator))).not.toContain(
      secret,
    );
    expect(
      JSON.stringify(
        render('validator', { ...validator, onboardingSecretFrom }),
      ),
    ).toContain(secret);
  });
});

describe('renderChart', () => {
  it.each([
    [
      'participant',
      { ...participant, persistence: { host: 'x' } },
      "must have required property 'schema'",
    ],
    [
      'participant',
      { ...participant, auth: { targetAudience: 'x', jwksUrl: 'ftp://x' } },
      '/auth/jwksUrl',
    ],
    [
      'validator',
      { ...validator, validatorPartyHint: 'not allowed' },
      '/validatorPartyHint',
    ],
    ['validator', { ...validator, scanAddress: 'https://scan' }, 'scanAddress'],
  ] as const)(
    'refuses values of %s that break the schema',
    (name, values, message) => {
      expect(() => render(name, values)).toThrow(message);
    },
  );

  it.each([
    ['splice-postgres', '0.7.4'],
    ['constructor', '0.7.4'],
    ['splice-validator', 'latest'],
  ])('does not have %s %s', (chart, version) => {
    expect(() =>
      renderChart({ chart, version, release: 'x', namespace: 'x', values: {} }),
    ).toThrow(`chart "${chart}" version "${version}" not found`);
  });
});
