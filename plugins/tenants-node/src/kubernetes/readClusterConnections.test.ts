import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ClusterConnection,
  readClusterConnections,
} from './readClusterConnections';

function read(...clusters: object[]) {
  return readClusterConnections(
    new ConfigReader({
      kubernetes: {
        googleServiceAccountCredentials: 'no key',
        clusterLocatorMethods: [
          { type: 'catalog' },
          { type: 'config', clusters },
        ],
      },
      aws: { mainAccount: { accessKeyId: 'AKIA', secretAccessKey: 'hidden' } },
    }),
  );
}

const devnet = {
  name: 'devnet',
  url: 'https://devnet.example.com:6443/',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'secret',
  caData: Buffer.from('PEM').toString('base64'),
};

async function tokenOf(connection: ClusterConnection | undefined) {
  const { token } = await connection!.readToken!(AbortSignal.timeout(5_000));
  return token;
}

describe('readClusterConnections', () => {
  it('reads the clusters with a service account from the standard section', () => {
    expect([...read(devnet).values()]).toEqual([
      {
        name: 'devnet',
        url: 'https://devnet.example.com:6443',
        token: 'secret',
        readToken: expect.any(Function),
        certificateAuthority: 'PEM',
        skipTlsVerify: false,
      },
    ]);
  });

  it.each([
    [{ authProvider: 'oidc' }, 'its authProvider "oidc" cannot be used'],
    [{ authProvider: undefined }, 'it has no authProvider'],
    [
      { authMetadata: { 'kubernetes.io/auth-provider': 'localKubectlProxy' } },
      'its authProvider "localKubectlProxy" cannot be used',
    ],
  ])(
    'says why a cluster with %j has no token, and only it',
    async (bad, why) => {
      const testnet = { ...devnet, name: 'testnet' };
      const clusters = read({ ...devnet, ...bad }, testnet);
      await expect(tokenOf(clusters.get('devnet'))).rejects.toThrow(why);
      expect(await tokenOf(clusters.get('testnet'))).toBe('secret');
    },
  );

  it.each(['google', 'googleServiceAccount'])(
    'takes the identity of the portal in Google Cloud for %s',
    async authProvider => {
      const connection = read({ ...devnet, authProvider }).get('devnet');
      expect(connection!.token).toBe('');
      await expect(tokenOf(connection)).rejects.toThrow(
        /^kubernetes.googleServiceAccountCredentials/,
      );
    },
  );

  describe('in Azure', () => {
    const environment = process.env;
    beforeEach(() => {
      process.env = {
        ...environment,
        AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential',
      };
    });
    afterEach(() => {
      process.env = environment;
    });

    it.each(['aks', 'azure'])(
      'takes the identity of the portal for %s',
      async authProvider => {
        const connection = read({ ...devnet, authProvider }).get('devnet');
        await expect(tokenOf(connection)).rejects.toThrow(
          /EnvironmentCredential/,
        );
      },
    );
  });

  it.each([
    [{}, 'devnet'],
    [{ authMetadata: { 'kubernetes.io/x-k8s-aws-id': 'eks-1' } }, 'eks-1'],
  ])('makes a token of AWS for the cluster of %j', async (more, id) => {
    const clusters = read(
      { ...devnet, authProvider: 'aws', ...more },
      { ...devnet, name: 'same', authProvider: 'aws', ...forId(id) },
    );
    jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
    const [token, same] = await Promise.all(
      [...clusters.values()].map(tokenOf),
    ).finally(() => jest.useRealTimers());
    expect(token).toMatch(/^k8s-aws-v1\./);
    expect(token).toBe(same);
  });

  function forId(id: string) {
    return { authMetadata: { 'kubernetes.io/x-k8s-aws-id': id } };
  }

  it('reads a token of the configuration as it is by then', async () => {
    const data: { serviceAccountToken?: string } = { ...devnet };
    const connection = read(data).get('devnet');
    data.serviceAccountToken = 'rotated';
    expect(await tokenOf(connection)).toBe('rotated');
    data.serviceAccountToken = undefined;
    await expect(tokenOf(connection)).rejects.toThrow(/no longer/);
  });

  it('reads a token file whenever it is asked to', async () => {
    const directory = createMockDirectory();
    directory.setContent({ token: 'first\n' });
    const { serviceAccountToken, ...noToken } = devnet;
    const connection = read({
      ...noToken,
      serviceAccountTokenFile: directory.resolve('token'),
    }).get('devnet');
    expect(connection!.token).toBe('');
    expect(await tokenOf(connection)).toBe('first');
    directory.setContent({ token: 'second' });
    expect(await tokenOf(connection)).toBe('second');
    directory.setContent({});
    await expect(tokenOf(connection)).rejects.toThrow(/token file/);
  });

  it('takes the service account of its pod where nothing else is said', async () => {
    const { serviceAccountToken, ...noToken } = devnet;
    await expect(tokenOf(read(noToken).get('devnet'))).rejects.toThrow(
      '/var/run/secrets/kubernetes.io/serviceaccount/token',
    );
  });

  it('refuses two clusters of one name', () => {
    expect(() => read(devnet, devnet)).toThrow(/"devnet" occurs twice/);
  });

  it('names the key that is missing', () => {
    expect(() => read({ ...devnet, url: undefined })).toThrow(
      /clusters\[0\].url/,
    );
  });

  it('needs no section at all', () => {
    expect(readClusterConnections(new ConfigReader({})).size).toBe(0);
  });
});
