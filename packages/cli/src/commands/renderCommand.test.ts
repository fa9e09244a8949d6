import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { runTenantry } from '../__testUtils__/runTenantry';
import { templates } from '../__testUtils__/samplePlatform';
import { SampleRepository } from '../__testUtils__/SampleRepository';

jest.setTimeout(60_000);

const minimal = {
  client: 'zenith-77',
  contacts: ['ops@zenith.example.com'],
  environments: ['devnet'],
};

describe('tenantry render', () => {
  let repository: SampleRepository;
  let directory: string;

  beforeAll(async () => {
    repository = await SampleRepository.create();
    directory = await fs.mkdtemp(join(tmpdir(), 'tenantry-render-'));
  });

  afterEach(() => repository.reset());
  afterAll(async () => {
    await repository?.remove();
    await fs.rm(directory, { recursive: true });
  });

  async function render(
    values: Record<string, unknown>,
    args: string[] = [],
    template = 'new-canton-client',
  ) {
    const file = join(directory, 'values.yaml');
    await fs.writeFile(file, stringify(values));
    return runTenantry(
      ...['render', '--repository', repository.directory],
      ...['--template', join(templates, template), '--values', file],
      ...args,
    );
  }

  const status = () => repository.git('status', '--porcelain');

  it('shows what it would do, and writes nothing', async () => {
    const { code, out } = await render(minimal);
    expect(out).toContain('create  clients/zenith-77/devnet/tenant.yaml');
    expect(code).toBe(0);
    expect(await status()).toBe('');
  });

  it('writes the files into another directory', async () => {
    const output = join(directory, 'output');
    expect((await render(minimal, ['--output', output])).code).toBe(0);
    expect(await fs.readdir(join(output, 'clients'))).toEqual(['zenith-77']);
    expect(await status()).toBe('');
  });

  it('changes the repository, and has nothing to do then', async () => {
    expect((await render(minimal, ['--check'])).code).toBe(1);
    expect((await render(minimal, ['--write'])).code).toBe(0);
    expect(await status()).toContain('clients/zenith-77/');
    const validated = await runTenantry(
      ...['validate', '--repository', repository.directory, '--base', 'HEAD'],
    );
    expect(validated).toMatchObject({ code: 0 });
  });

  it('changes and deletes files of an existing client', async () => {
    const values = {
      client: 'acme-01',
      environments: ['devnet'],
      size: 'large',
      reason: 'More traffic',
    };
    const { code, out } = await render(values, ['--write'], 'change-size');
    expect(out).toContain('update  clients/acme-01/devnet/tenant.yaml');
    expect(code).toBe(0);
    expect(
      await repository.read('clients/acme-01/devnet/tenant.yaml'),
    ).toContain('size: large');
    expect(await render(values, ['--check'], 'change-size')).toMatchObject({
      code: 0,
      out: 'Nothing to change.\n',
    });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['differs', minimal, 1],
    ['cannot be compared', { ...minimal, client: 'Zenith' }, 2],
  ])('says by its exit code what %s', async (_, values, expected) => {
    expect((await render(values, ['--check'])).code).toBe(expected);
    expect(await status()).toBe('');
  });

  it('names the values that break a rule', async () => {
    const { code, out } = await render({ ...minimal, client: 'Zenith' });
    expect(code).toBe(1);
    expect(out).toContain('value client  schema/pattern');
    expect(await status()).toBe('');
  });

  it('proposes nothing that the guardrails refuse', async () => {
    await repository.edit('environments/devnet.yaml', '- 5002', '- 5001');
    const { code, out } = await render(minimal, ['--write']);
    expect(code).toBe(1);
    expect(out).toContain('closed-port');
    expect(await status()).not.toContain('zenith-77');
  });

  it('never writes through a link', async () => {
    const outside = join(directory, 'outside');
    await fs.mkdir(outside);
    const output = join(directory, 'linked');
    await fs.mkdir(output);
    await fs.symlink(outside, join(output, 'clients'));
    const { code, err } = await render(minimal, ['--output', output]);
    expect(code).toBe(2);
    expect(err).toContain('is a symbolic link');
    expect(await fs.readdir(outside)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['a template that is not there', ['--template', '/nowhere']],
    ['values that are not there', ['--values', '/nowhere']],
    ['a repository that is not there', ['--repository', '/nowhere']],
    ['two places to write to', ['--write', '--output', '/nowhere']],
  ])('cannot find out with %s', async (_, args) => {
    const { code, err } = await render(minimal, args);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });
});
