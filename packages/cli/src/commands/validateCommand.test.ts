import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runTenantry } from '../__testUtils__/runTenantry';
import { SampleRepository } from '../__testUtils__/SampleRepository';

jest.setTimeout(60_000);

const tenant = 'clients/globex-02/devnet/tenant.yaml';
const database = 'clients/globex-02/devnet/manifests/database.yaml';

describe('tenantry validate', () => {
  let repository: SampleRepository;

  beforeAll(async () => {
    repository = await SampleRepository.create();
  });

  afterEach(() => repository.reset());
  afterAll(() => repository?.remove());

  const validate = (...args: string[]) =>
    runTenantry('validate', '--repository', repository.directory, ...args);

  it('finds nothing in the sample repository', async () => {
    const { code, out } = await validate();
    expect(out).toMatch(/^No findings in \d{3,} files\.\n$/);
    expect(code).toBe(0);
  });

  it('says where, which rule, what and how to mend it, and how much', async () => {
    await repository.edit(database, 'instances:', 'instanses:');
    const { code, out } = await validate();
    expect(code).toBe(1);
    expect(out).toContain(
      `${database}:/spec/instanses  resource-schema/unknown-field
    Cluster/postgres: /spec/instanses is no field of this kind.
    Correct the spelling or the place of the field, or leave it out.
`,
    );
    expect(out).toMatch(
      /\d findings? of \d rules? in 1 file; \d+ files checked\.\n$/,
    );
  });

  it('writes JSON', async () => {
    await repository.edit(tenant, 'cluster: devnet', 'cluster: testnet');
    const { code, out } = await validate('--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      fileCount: expect.any(Number),
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'environment-cluster',
          file: tenant,
          path: '/spec/cluster',
        }),
      ]),
    });
  });

  it('writes commands for workflows of GitHub and Gitea', async () => {
    await repository.edit(database, 'instances:', 'instanses:');
    const { out } = await validate('--format', 'github');
    expect(out).toContain(
      `::error file=${database},title=resource-schema/unknown-field::/spec/instanses Cluster/postgres:`,
    );
  });

  it('refuses links and what is too large, without following or reading it', async () => {
    const link = 'clients/globex-02/devnet/manifests/link.yaml';
    await fs.symlink('/etc/hostname', repository.path(link));
    const large = 'clients/globex-02/large.txt';
    await repository.write(large, 'x'.repeat(3 * 1024 * 1024));
    const { out } = await validate();
    expect(out).toContain(`${link}  file-mode`);
    expect(out).toContain(`${large}  file-size`);
  });

  it('refuses a repository inside of the repository', async () => {
    const inner = 'clients/globex-02/.git';
    await repository.write(`${inner}/config`, '[core]');
    const { out } = await validate();
    // Git itself does not see it, and would leave it there.
    await fs.rm(repository.path(inner), { recursive: true });
    expect(out).toContain('clients/globex-02/.git  file-path');
  });

  describe('with a base', () => {
    const hint = /partyHint: \S+/;

    async function changeHint() {
      const content = await repository.read(tenant);
      await repository.write(tenant, content.replace(hint, 'partyHint: x-y-1'));
    }

    it('compares with a commit', async () => {
      await changeHint();
      expect((await validate()).code).toBe(0);
      const { code, out } = await validate('--base', 'HEAD');
      expect(code).toBe(1);
      expect(out).toContain(`${tenant}:/spec/immutable/partyHint  immutable`);
    });

    it('compares with a directory', async () => {
      const base = await SampleRepository.create();
      await changeHint();
      const { code, out } = await validate('--base', base.directory);
      expect(code).toBe(1);
      expect(out).toContain('immutable');
      await base.remove();
    });

    it('has nothing to say about what is as it was', async () => {
      expect((await validate('--base', 'main')).code).toBe(0);
    });

    it('refuses to remove what runs, and lets go what is suspended', async () => {
      await fs.rm(repository.path('clients/globex-02'), { recursive: true });
      await fs.rm(repository.path('hub/projects/globex-02.yaml'));
      const { code, out } = await validate('--base', 'HEAD');
      expect(code).toBe(1);
      expect(out).toContain(`${tenant}  removal`);

      await repository.reset();
      await fs.rm(repository.path('clients/basalt-09'), { recursive: true });
      await fs.rm(repository.path('hub/projects/basalt-09.yaml'));
      const suspended = await validate('--base', 'HEAD');
      expect(suspended.out).not.toContain('clients/basalt-09/devnet');
    });
  });

  describe('cannot find out', () => {
    it.each([
      ['a directory that is not there', ['--repository', '/nowhere']],
      ['a commit that is not there', ['--base', 'nowhere']],
      ['a base that looks like an option', ['--base', '--output=/tmp/x']],
      ['a format that is not there', ['--format', 'xml']],
      ['an option that is not there', ['--nope']],
    ])('with %s', async (_, args) => {
      const { code, err } = await validate(...args);
      expect(code).toBe(2);
      expect(err).not.toBe('');
    });

    it('in a directory that is no GitOps repository', async () => {
      await fs.rm(repository.path('platform.yaml'));
      const { code, out } = await validate();
      expect(code).toBe(1);
      expect(out).toContain('platform.yaml  platform');
    });
  });

  it('runs as a program, with its exit code', async () => {
    const program = resolve(
      // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
      __dirname,
      '../../bin/tenantry.js',
    );
    const start = (...args: string[]) =>
      promisify(execFile)(process.execPath, [program, ...args], {
        cwd: repository.directory,
      });
    const { stdout } = await start('validate', '--base', 'HEAD');
    expect(stdout).toContain('No findings');
    await expect(start('validate', '--nope')).rejects.toMatchObject({
      code: 2,
    });
    await fs.rm(join(repository.directory, 'clients/acme-01/client.yaml'));
    await expect(start('validate')).rejects.toMatchObject({ code: 1 });
  });
});
