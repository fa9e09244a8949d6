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
        certificateAuthority: 'PEM',
        skipTlsVerify: false,
      },
    ]);
  });

  it('leaves out clusters that need a viewer, or have no token', () => {
    const { serviceAccountToken, ...noToken } = devnet;
    expect(
      read({ ...devnet, authProvider: 'google' }, { ...noToken, name: 'b' })
        .size,
    ).toBe(0);
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
