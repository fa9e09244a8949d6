import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import { readTemplateDirectory } from '@tenantry/rendering';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { parse } from 'yaml';
import { FakeGitea, giteaUrl, registryUrl } from './__testUtils__/FakeGitea';
import { registryUrlReader, templateFile } from './__testUtils__/platform';
import scaffolderModuleTenants from '.';

const branch = 'tenantry/new-canton-client/acme-01';
const values = {
  client: 'acme-01',
  contacts: ['ops@acme.example.com'],
  environments: ['devnet'],
};

describe('the shipped template in a scaffolder with this module', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  let backend: TestBackend;
  let gitea: FakeGitea;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolder,
        scaffolderModuleTenants,
        registryUrlReader().factory,
        catalogServiceMock.factory({ entities: [shippedTemplate()] }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              gitea: [{ host: 'gitea.example.com', password: 'forge-token' }],
            },
            tenants: { registry: { url: registryUrl } },
          },
        }),
      ],
    });
  });

  beforeEach(() => {
    gitea = new FakeGitea();
    server.use(
      http.all('http://localhost:*/api/scaffolder/*', passthrough),
      ...gitea.handlers(),
    );
  });

  it('opens a pull request with the files of the client', async () => {
    const { task, log } = await run(values);

    expect(log).toContain('Pull request 1 is open');
    expect(task).toMatchObject({ status: 'completed' });
    expect(gitea.pullRequests).toEqual([
      expect.objectContaining({
        title: 'Onboard acme-01 to devnet',
        body: expect.stringContaining('| devnet | devnet-1 | acme-01-devnet |'),
        head: branch,
      }),
    ]);
    expect(
      gitea.branches.get(branch)!.get('clients/acme-01/client.yaml'),
    ).toContain('owner: acme-01');
  });

  it.each([
    ['a name that is no DNS label', { client: 'Acme_01' }],
    ['a contact that is no address', { contacts: ['ops'] }],
    ['no environment', { environments: [] }],
    ['a CIDR that is none', { allowList: { devnet: ['everybody'] } }],
    ['a party hint that Splice refuses', { partyHint: 'acme' }],
    ['an unknown size', { size: 'huge' }],
    ['a value for the preview', { preview: 'text' }],
    ['a field that the form has not', { colour: 'red' }],
  ])('refuses %s before a task is made', async (_, bad) => {
    const response = await post('/tasks', { values: { ...values, ...bad } });

    expect(response.status).toBe(400);
  });

  it('fails the task with the rules that only the registry knows', async () => {
    const { task, log } = await run({
      ...values,
      allowList: { devnet: ['0.0.0.0/0'] },
      environments: ['devnet', 'stage'],
    });

    expect(task).toMatchObject({ status: 'failed' });
    expect(log).toContain('- environments[1] (known-environment): There is no');
    expect(log).toContain('- allowList.devnet[0] (allow-list): "0.0.0.0/0" is');
    expect(gitea.pullRequests).toEqual([]);
  });

  it('fails the task with the cause when the forge is down, and runs again', async () => {
    server.use(
      http.post(
        `${giteaUrl}/api/v1/repos/platform/gitops/pulls`,
        () => HttpResponse.json({ message: 'in maintenance' }, { status: 503 }),
        { once: true },
      ),
    );

    const { task, log } = await run(values);
    expect(task).toMatchObject({ status: 'failed' });
    expect(log).toContain(
      'Could not open the pull request: the forge answered 503 (in maintenance)',
    );
    expect(log).not.toContain('forge-token');
    expect([...gitea.branches.keys()]).toEqual(['main']);

    await expect(run(values)).resolves.toMatchObject({
      task: { status: 'completed' },
    });
  });

  it('renders in a dry run and leaves the forge alone', async () => {
    const response = await post('/dry-run', {
      template: shippedTemplate(),
      values,
      directoryContents: await shippedFiles(),
    });

    const { steps, output, directoryContents } = await response.json();
    expect(steps).toHaveLength(2);
    expect(output.text[0].content).toContain('clients/acme-01/client.yaml');
    expect(
      directoryContents.map(({ path }: { path: string }) => path),
    ).toContain('clients/acme-01/devnet/tenant.yaml');
    expect(gitea.authorizations.size).toBe(0);
  });

  async function run(taskValues: object) {
    const created = await post('/tasks', { values: taskValues });
    const { id } = await created.json();
    const task = await finished(id);
    const events = await (await get(`/tasks/${id}/events`)).json();
    const log = events.map(
      (event: { body: { message: string } }) => event.body.message,
    );
    return { task, log: log.join('\n') };
  }

  async function finished(id: string): Promise<{ status: string }> {
    for (let attempt = 0; attempt < 100; attempt++) {
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

  function post(path: string, body: object) {
    return fetch(address(path), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        templateRef: 'template:default/new-canton-client',
        ...body,
      }),
    });
  }

  function address(path: string): string {
    return `http://localhost:${backend.server.port()}/api/scaffolder/v2${path}`;
  }
});

function shippedTemplate(): Entity {
  const entity = parse(readFileSync(templateFile, 'utf8'));
  entity.metadata.annotations[
    'backstage.io/managed-by-location'
  ] = `file:${templateFile}`;
  return entity;
}

/** As the template editor sends them. */
async function shippedFiles() {
  const files = await readTemplateDirectory(dirname(templateFile));
  return files.map(({ path, content }) => ({
    path,
    base64Content: Buffer.from(content).toString('base64'),
  }));
}
