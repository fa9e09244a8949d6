import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readClusterConnections } from './readClusterConnections';

function read(...clusters: object[]) {
  return readClusterConnections(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'catalog' },
          { type: 'config', clusters },
        ],
      },
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

  it('leaves out clusters that need a viewer', () => {
    expect(read({ ...devnet, authProvider: 'google' }).size).toBe(0);
  });

  it('reads a token of the configuration as it is by then', async () => {
    const data: { serviceAccountToken?: string } = { ...devnet };
    const connection = read(data).get('devnet')!;
    data.serviceAccountToken = 'rotated';
    expect(await connection.readToken!()).toBe('rotated');
    data.serviceAccountToken = undefined;
    await expect(connection.readToken!()).rejects.toThrow(/no longer/);
  });

  it('reads a token file whenever it is asked to', async () => {
    const directory = createMockDirectory();
    directory.setContent({ token: 'first\n' });
    const { serviceAccountToken, ...noToken } = devnet;
    const connection = read({
      ...noToken,
      serviceAccountTokenFile: directory.resolve('token'),
    }).get('devnet')!;
    expect(connection.token).toBe('');
    expect(await connection.readToken!()).toBe('first');
    directory.setContent({ token: 'second' });
    expect(await connection.readToken!()).toBe('second');
    directory.setContent({});
    await expect(connection.readToken!()).rejects.toThrow(/token file/);
  });

  it('takes the service account of its pod where nothing else is said', async () => {
    const { serviceAccountToken, ...noToken } = devnet;
    await expect(read(noToken).get('devnet')!.readToken!()).rejects.toThrow(
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
