import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import { ScmIntegrations } from '@backstage/integration';
import { prepareChange, readTemplate } from '@tenantry/changes';
import { readTemplateDirectory } from '@tenantry/rendering';
import { parse } from 'yaml';
import { memoryReader } from './__testUtils__/memoryReader';
import {
  SampleForge,
  startSampleForge,
  templatesDirectory,
} from './__testUtils__/startSampleForge';
import scaffolderModuleTenants from '.';

jest.setTimeout(60_000);

const newClient = {
  client: 'new-01',
  contacts: ['ops@new.example.com'],
  environments: ['devnet'],
};
const tenantFile = 'clients/acme-01/devnet/tenant.yaml';
const newAllowList = {
  client: 'acme-01',
  environments: ['devnet'],
  allowList: { devnet: ['192.0.2.0/24'] },
};
const allowList = { testnet: ['203.0.113.0/25'] };

describe('the shipped templates in a scaffolder with this module', () => {
  const auditor = mockServices.auditor.mock();
  let backend: TestBackend;
  let forge: SampleForge;

  beforeAll(async () => {
    forge = await startSampleForge();
    backend = await startTestBackend({
      features: [
        scaffolder,
        scaffolderModuleTenants,
        auditor.factory,
        catalogServiceMock.factory({
          entities: [
            'new-canton-client',
            'change-allow-list',
            'revert-change',
          ].map(shippedTemplate),
        }),
        mockServices.rootConfig.factory({
          data: forge.config,
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend.stop();
    await forge.stop();
  });

  it('open a pull request with the files of a new client', async () => {
    const log = await completed('new-canton-client', newClient);

    const pull = await newest();
    expect(log).toContain(`Pull request ${pull.number} is open`);
    const branch = 'tenantry/new-canton-client/new-01';
    expect(pull).toMatchObject({
      title: 'Onboard new-01 to devnet',
      body: expect.stringContaining(
        'Proposed by user:default/mock with template:default/new-canton-client',
      ),
      head: { ref: branch },
    });
    expect(
      (await forge.read(branch)).get('clients/new-01/client.yaml'),
    ).toContain('owner: new-01');
    expect(await forge.authorOf(branch)).toBe('mock');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'change-proposal',
        meta: expect.objectContaining({ branch, author: 'mock' }),
      }),
    );
  });

  it('change a client, bring the change up to date, and take it back', async () => {
    const original = (await forge.read()).get(tenantFile);
    const before = await forge.pullRequests();

    await completed('change-allow-list', newAllowList);
    await completed('change-allow-list', {
      ...newAllowList,
      allowList: { devnet: ['198.51.100.0/24'] },
    });
    expect(await forge.pullRequests()).toHaveLength(before.length + 1);
    const pull = await newest();
    await forge.merge(pull.number);
    const changed = (await forge.read()).get(tenantFile);
    expect(changed).toContain('198.51.100.0/24');
    expect(changed).not.toContain('192.0.2.0/24');

    await completed('revert-change', {
      client: 'acme-01',
      number: pull.number,
    });
    const revert = await newest();
    expect(revert).toMatchObject({
      title: `Revert "${pull.title}" (#${pull.number})`,
      head: { ref: `tenantry/revert/${pull.number}` },
    });
    await forge.merge(revert.number);
    expect((await forge.read()).get(tenantFile)).toBe(original);
  });

  it('propose exactly the change that the preview of the form shows', async () => {
    const main = await forge.read();
    const shown = await prepareChange({
      template: await readTemplate(
        `file://${templatesDirectory}/change-allow-list/template.yaml`,
        {
          urlReader: mockServices.urlReader.mock(),
          integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
        },
      ),
      values: { ...newAllowList, environments: ['testnet'], allowList },
      reader: memoryReader(
        [...main].map(([path, content]) => ({ path, content })),
      ),
    });

    await completed('change-allow-list', {
      ...newAllowList,
      environments: ['testnet'],
      allowList,
    });

    expect(await newest()).toMatchObject({
      title: shown.title,
      body: expect.stringContaining(shown.description),
    });
    const proposed = await forge.read('tenantry/change-allow-list/acme-01');
    const expected = new Map(main);
    for (const { path, content } of shown.files) {
      expected.set(path, content!);
    }
    expect(shown.files).not.toEqual([]);
    expect(proposed).toEqual(expected);
  });

  it('refuse to take back what was changed since, or belongs to another', async () => {
    await completed('change-allow-list', newAllowList);
    const { number } = await newest();
    await forge.merge(number);
    const text = (await forge.read()).get(tenantFile)!;
    await forge.write(tenantFile, text.replace('192.0.2.0/24', '192.0.2.0/25'));

    const revert = (client: string) =>
      failed('revert-change', { client, number });

    expect(await revert('acme-01')).toContain(`changed since: ${tenantFile}`);
    expect(await revert('globex')).toContain('cannot be reverted for globex');
    expect((await newest()).number).toBe(number);
  });

  it('refuse to revert an onboarding while the client runs', async () => {
    await completed('new-canton-client', { ...newClient, client: 'new-02' });
    const { number } = await newest();
    await forge.merge(number);

    const log = await failed('revert-change', { client: 'new-02', number });

    expect(log).toContain('(removal)');
    expect((await newest()).number).toBe(number);
  });

  it.each([
    ['a name that is no DNS label', { client: 'Acme_01' }],
    ['a contact that is no address', { contacts: ['ops'] }],
    ['no environment', { environments: [] }],
    ['a CIDR that is none', { allowList: { devnet: ['everybody'] } }],
    ['an unknown size', { size: 'huge' }],
    ['a value for the preview', { preview: 'text' }],
    ['a field that the form has not', { colour: 'red' }],
  ])('refuse %s before a task is made', async (_, bad) => {
    const response = await post('/tasks', 'new-canton-client', {
      values: { ...newClient, ...bad },
    });

    expect(response.status).toBe(400);
  });

  it('fail the task with the rules that only the registry knows', async () => {
    const before = await forge.pullRequests();

    const log = await failed('new-canton-client', {
      ...newClient,
      client: 'new-03',
      allowList: { devnet: ['0.0.0.0/0'] },
      environments: ['devnet', 'stage'],
    });

    expect(log).toContain('- environments[1] (known-environment): There is no');
    expect(log).toContain('- allowList.devnet[0] (allow-list): "0.0.0.0/0" is');
    expect(await forge.pullRequests()).toEqual(before);
  });

  it('render and check in a dry run, and leave the forge alone', async () => {
    const before = await forge.pullRequests();

    const response = await post('/dry-run', 'new-canton-client', {
      template: shippedTemplate('new-canton-client'),
      values: { ...newClient, client: 'new-04' },
      directoryContents: await shippedFiles(),
    });

    const { output, directoryContents, log } = await response.json();
    expect(JSON.stringify(log)).toContain('A dry run ends here.');
    expect(output.text[0].content).toContain('clients/new-04/client.yaml');
    expect(
      directoryContents.map(({ path }: { path: string }) => path),
    ).toContain('clients/new-04/devnet/tenant.yaml');
    expect(await forge.pullRequests()).toEqual(before);
  });

  async function newest() {
    const [pull] = await forge.pullRequests();
    return pull;
  }

  /** Runs a task that has to succeed, and returns its log. */
  async function completed(template: string, values: object): Promise<string> {
    const { status, log } = await run(template, values);
    expect([status, log]).toEqual(['completed', log]);
    return log;
  }

  /** The same for one that has to fail. */
  async function failed(template: string, values: object): Promise<string> {
    const { status, log } = await run(template, values);
    expect([status, log]).toEqual(['failed', log]);
    return log;
  }

  async function run(template: string, values: object) {
    const created = await post('/tasks', template, { values });
    const { id } = await created.json();
    const { status } = await finished(id);
    const events = await (await get(`/tasks/${id}/events`)).json();
    const log = events.map(
      (event: { body: { message: string } }) => event.body.message,
    );
    return { status, log: log.join('\n') };
  }

  async function finished(id: string): Promise<{ status: string }> {
    for (let attempt = 0; attempt < 300; attempt++) {
      const task = await (await get(`/tasks/${id}`)).json();
      if (['completed', 'failed', 'cancelled'].includes(task.status)) {
        return task;
      }
      await setTimeout(50);
    }
    throw new Error(`Task ${id} has not ended.`);
  }

  function get(path: string) {
    return fetch(address(path));
  }

  function post(path: string, template: string, body: object) {
    return fetch(address(path), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        templateRef: `template:default/${template}`,
        ...body,
      }),
    });
  }

  function address(path: string): string {
    return `http://localhost:${backend.server.port()}/api/scaffolder/v2${path}`;
  }
});

function shippedTemplate(name: string): Entity {
  const file = join(templatesDirectory, name, 'template.yaml');
  const entity = parse(readFileSync(file, 'utf8'));
  entity.metadata.annotations = {
    ...entity.metadata.annotations,
    'backstage.io/managed-by-location': `file:${file}`,
  };
  return entity;
}

/** As the template editor sends them. */
async function shippedFiles() {
  const files = await readTemplateDirectory(
    join(templatesDirectory, 'new-canton-client'),
  );
  return files.map(({ path, content }) => ({
    path,
    base64Content: Buffer.from(content).toString('base64'),
  }));
}
