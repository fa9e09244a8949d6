import { allManifestsOf, filesOf, Manifest } from './__fixtures__/manifests';

const hibernation = 'cnpg.io/hibernation';
const downtime = 'downscaler/force-downtime';

describe('a tenant environment of the shipped template', () => {
  it.each([
    ['minimal', 'devnet', { stopped: false, hibernated: false, final: 0 }],
    ['suspended', 'testnet', { stopped: true, hibernated: true, final: 0 }],
    ['offboarding', 'testnet', { stopped: true, hibernated: false, final: 1 }],
  ])('that is "%s" runs what it should', async (name, environment, state) => {
    const [[tenant]] = await filesOf(name, `${environment}/tenant.yaml`);
    const manifests = await allManifestsOf(name, environment);
    const find = (wanted: string): Manifest =>
      manifests.find(({ kind }) => kind === wanted)!;
    const annotation = (wanted: string, key: string) =>
      find(wanted).metadata.annotations?.[key];

    expect({
      suspended: tenant.spec!.suspended,
      nodes: annotation('Namespace', downtime),
      database: annotation('Cluster', hibernation),
      backups: find('ScheduledBackup').spec!.suspend,
      dumps: find('CronJob').spec!.suspend,
      final: manifests
        .filter(({ kind }) => kind === 'Backup')
        .map(({ metadata }) => metadata.name),
    }).toEqual({
      suspended: state.stopped,
      nodes: state.stopped ? 'true' : undefined,
      database: state.hibernated ? 'on' : undefined,
      backups: state.hibernated,
      dumps: state.hibernated,
      final: state.final ? ['final'] : [],
    });
  });

  it('records what later changes have to know', async () => {
    const [[minimal]] = await filesOf('minimal', 'devnet/tenant.yaml');
    const [[other]] = await filesOf('large-with-kms', 'mainnet/tenant.yaml');

    expect(minimal.spec).toMatchObject({
      versions: { splice: '0.7.4' },
      immutable: { keyManagement: 'database' },
      parameters: {
        walletUser: 'acme-01-admin',
        topUp: false,
        topUpThroughput: 20000,
        offboarding: false,
      },
    });
    expect(minimal.spec!.immutable).not.toHaveProperty('kmsKeyRing');
    expect(other.spec).toMatchObject({
      versions: { splice: '0.7.2' },
      immutable: {
        keyManagement: 'gcp-kms',
        kmsKeyRing:
          'projects/example-naas/locations/europe-west4/keyRings/meridian-04-mainnet',
      },
      parameters: { topUp: true, topUpThroughput: 50000 },
    });
  });
});
