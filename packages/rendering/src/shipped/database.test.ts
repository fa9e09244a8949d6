import { allManifestsOf, manifestsOf } from './__fixtures__/manifests';

describe('the database of the shipped template', () => {
  it('has two instances where the environment wants high availability', async () => {
    const [[devnet], [mainnet]] = await manifestsOf(
      'all-environments',
      'database',
    );

    expect(devnet.spec).toMatchObject({ instances: 1, enablePDB: false });
    expect(devnet.spec!.postgresql).not.toHaveProperty('synchronous');
    expect(mainnet.spec).toMatchObject({
      instances: 2,
      enablePDB: true,
      postgresql: { synchronous: { number: 1 } },
    });
  });

  it('has what the charts expect: user, database, and the secrets of both kinds', async () => {
    const [[cluster]] = await manifestsOf('minimal', 'database');

    expect(cluster.spec).toMatchObject({
      bootstrap: {
        initdb: {
          database: 'cantonnet',
          owner: 'cnadmin',
          secret: { name: 'postgres-owner' },
        },
      },
      managed: { roles: [{ name: 'cnadmin', createdb: true }] },
    });
  });

  it('is dumped every four hours, the validator’s strictly before the participant’s', async () => {
    const manifests = await allManifestsOf('minimal', 'devnet');
    const { spec } = manifests.find(({ kind }) => kind === 'CronJob')!;
    const pod = spec!.jobTemplate.spec.template.spec;
    const databases = pod.initContainers.map(
      ({ env }: { env: { name: string; value?: string }[] }) =>
        env.find(({ name }) => name === 'PGDATABASE')!.value,
    );

    expect(spec).toMatchObject({
      schedule: '30 */4 * * *',
      suspend: false,
      concurrencyPolicy: 'Forbid',
    });
    // An init container starts when the one before it has succeeded; the upload comes last.
    expect(pod.restartPolicy).toBe('Never');
    expect(databases).toEqual(['cantonnet_validator', 'participant']);
    expect(pod.containers).toHaveLength(1);
    expect(pod.containers[0].name).toBe('upload');
  });

  it('is archived and backed up into a folder of its own', async () => {
    const manifests = await allManifestsOf('minimal', 'devnet');
    const find = (wanted: string) =>
      manifests.find(({ kind }) => kind === wanted)!;

    expect(find('ObjectStore').spec!.configuration.destinationPath).toBe(
      'gs://example-naas-backups/postgres/acme-01/devnet',
    );
    expect(find('Cluster').spec!.plugins).toEqual([
      {
        name: 'barman-cloud.cloudnative-pg.io',
        isWALArchiver: true,
        parameters: { barmanObjectName: find('ObjectStore').metadata.name },
      },
    ]);
    expect(find('ScheduledBackup').spec).toMatchObject({
      schedule: '0 0 */4 * * *',
      method: 'plugin',
    });
  });
});
