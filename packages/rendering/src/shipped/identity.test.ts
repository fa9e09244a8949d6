import { filesOf, manifestsOf, valuesOf } from './__fixtures__/manifests';

interface RealmClient {
  clientId: string;
  publicClient?: boolean;
  secret?: string;
  redirectUris?: string[];
  defaultClientScopes?: string[];
}

async function realmOf(input: string) {
  const [[manifest, ...others]] = await filesOf(input, '.yaml', 'hub/realms/');
  expect(others).toEqual([]);
  return manifest.spec!;
}

describe('the realm import of the shipped template', () => {
  it('has the clients of each environment, and a secret by placeholder only', async () => {
    const { realm, placeholders } = await realmOf('all-environments');
    const clients: RealmClient[] = realm.clients;

    expect(clients.map(({ clientId }) => clientId)).toEqual([
      'ledger-api',
      ...['devnet', 'testnet', 'mainnet'].flatMap(environment => [
        `validator-app-backend-${environment}`,
        `wallet-web-ui-${environment}`,
        `cns-ui-${environment}`,
      ]),
    ]);
    expect(clients.flatMap(({ secret }) => secret ?? [])).toEqual(
      Object.keys(placeholders).map(name => `\${${name}}`),
    );
    expect(placeholders.CLIENT_SECRET_MAINNET).toEqual({
      secret: { name: 'realm-initech', key: 'mainnet' },
    });
  });

  it('gives a token the audience of one environment alone', async () => {
    const { realm } = await realmOf('all-environments');
    const audiencesOf = ({ defaultClientScopes = [] }: RealmClient) =>
      realm.clientScopes
        .filter(({ name }: { name: string }) =>
          defaultClientScopes.includes(name),
        )
        .flatMap(({ protocolMappers }: { protocolMappers: any[] }) =>
          protocolMappers.flatMap(
            ({ config }) => config['included.custom.audience'] ?? [],
          ),
        );
    const clients: RealmClient[] = realm.clients;
    const find = (id: string) =>
      clients.find(({ clientId }) => clientId === id)!;

    expect(audiencesOf(find('validator-app-backend-devnet'))).toEqual([
      'https://ledger-api.initech.devnet.naas.example.com',
    ]);
    expect(audiencesOf(find('cns-ui-mainnet'))).toEqual([
      'https://validator.initech.mainnet.naas.example.com',
    ]);
  });

  it('fits the charts’ values and secrets', async () => {
    const { realm } = await realmOf('minimal');
    const validator = await valuesOf('minimal', 'validator');
    const participant = await valuesOf('minimal', 'participant');
    const [secrets] = await manifestsOf('minimal', 'secrets');
    const auth = secrets.find(
      ({ metadata }) =>
        metadata.name === 'splice-app-validator-ledger-api-auth',
    )!.spec!.target.template.data;
    const text = JSON.stringify(realm);

    expect(text).toContain(`"${validator.auth.audience}"`);
    expect(text).toContain(`"${participant.auth.targetAudience}"`);
    expect(text).toContain(`"clientId":"${auth['client-id']}"`);
    expect(auth.audience).toBe(participant.auth.targetAudience);
    expect(realm.users[0].id).toBe(validator.validatorWalletUser);
    // Keycloak's column for it has no more.
    expect(realm.users[0].id.length).toBeLessThanOrEqual(36);
  });
});

describe('the secrets of the shipped template', () => {
  it('have the names and keys that the charts read', async () => {
    const [, mainnet] = await manifestsOf('all-environments', 'secrets');
    const secrets = mainnet
      .filter(({ kind }) => kind === 'ExternalSecret')
      .map(({ metadata, spec }) => [
        metadata.name,
        spec!.target.template
          ? Object.keys(spec!.target.template.data)
          : spec!.data.map(({ secretKey }: { secretKey: string }) => secretKey),
      ]);

    expect(Object.fromEntries(secrets)).toEqual({
      'postgres-secrets': ['postgresPassword'],
      'postgres-owner': ['username', 'password'],
      'splice-app-validator-ledger-api-auth': [
        'ledger-api-user',
        'client-secret',
        'client-id',
        'url',
        'audience',
        'scope',
      ],
      'splice-app-wallet-ui-auth': ['url', 'client-id'],
      'splice-app-cns-ui-auth': ['url', 'client-id'],
      'splice-app-validator-onboarding-validator': ['secret'],
    });
  });

  it('have an onboarding secret only where the network asks for one', async () => {
    const [devnet] = await manifestsOf('all-environments', 'secrets');

    expect(devnet.map(({ metadata }) => metadata.name)).not.toContain(
      'splice-app-validator-onboarding-validator',
    );
    expect(await valuesOf('all-environments', 'validator')).not.toHaveProperty(
      'onboardingSecretFrom',
    );
  });
});

describe('the project of the shipped template', () => {
  it('confines the client to its namespaces, and outlives its Applications', async () => {
    const [[project]] = await filesOf(
      'all-environments',
      'hub/projects/initech.yaml',
    );
    const namespaces = ['initech-devnet', 'initech-testnet', 'initech-mainnet'];

    expect(project).toMatchObject({
      metadata: {
        name: 'initech',
        namespace: 'argocd',
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        destinations: namespaces.map(namespace =>
          expect.objectContaining({ namespace }),
        ),
        clusterResourceWhitelist: namespaces.map(name => ({
          group: '',
          kind: 'Namespace',
          name,
        })),
      },
    });
  });
});
