import { globSync, promises as fs } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { ApiClient } from '../../__testUtils__/ApiClient';
import { describeWithKubectl, Kubectl } from '../../__testUtils__/Kubectl';
import { deployment, namespace } from '../../__testUtils__/objects';
import {
  startTestServer,
  TestServer,
} from '../../__testUtils__/startTestServer';

jest.setTimeout(60_000);

const rendered = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../../rendering/src/shipped/__golden__',
);
const manifestFolders = globSync('*/clients/*/*/manifests', { cwd: rendered });

function misspelt() {
  const { spec, ...rest } = deployment('misspelt');
  return { ...rest, spec: { ...(spec as object), replica: 2 } };
}

describe('validation of fields', () => {
  let server: TestServer;
  let client: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    client = new ApiClient(server);
  });

  afterAll(() => server?.close());

  const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
  const create = (validation: string, body: unknown) =>
    client.send(`${path}?dryRun=All&fieldValidation=${validation}`, {
      method: 'POST',
      body,
    });

  it('refuses unknown fields where that is asked for', async () => {
    const { status, body } = await create('Strict', misspelt());
    expect(status).toBe(400);
    expect(body.message).toBe(
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica"',
    );
  });

  it('warns of them where that is asked for', async () => {
    const { status, headers } = await create('Warn', misspelt());
    expect(status).toBe(201);
    expect(headers.warning).toBe('299 - "unknown field \\"spec.replica\\""');
  });

  it.each(['Ignore', ''])('accepts them with "%s"', async validation => {
    const { status, headers } = await create(validation, misspelt());
    expect(status).toBe(201);
    expect(headers.warning).toBeUndefined();
  });

  it.each(['Strict', 'Warn', 'Ignore'])(
    'refuses a value of a wrong type with %s',
    async validation => {
      const object = { ...deployment('wrong'), spec: { replicas: 'two' } };
      const { status, body } = await create(validation, object);
      expect(status).toBe(422);
      expect(body.details.causes).toContainEqual({
        reason: 'FieldValueInvalid',
        field: 'spec.replicas',
        message: '/spec/replicas must be integer; it is "two".',
      });
    },
  );

  it('does not blame a patch for what was there', async () => {
    server.store.create(misspelt());
    const patch = (spec: object) =>
      client.send(`${path}/misspelt?fieldValidation=Strict`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: { spec },
      });
    expect((await patch({ replicas: 2 })).status).toBe(200);
    expect((await patch({ paused_: true })).status).toBe(400);
  });

  it('refuses a way of validation that does not exist', async () => {
    expect((await create('Lenient', misspelt())).status).toBe(400);
  });
});

describeWithKubectl('kubectl apply --dry-run=server', () => {
  let server: TestServer;
  let kubectl: Kubectl;

  beforeAll(async () => {
    server = await startTestServer();
    kubectl = await Kubectl.for(server);
  });

  afterAll(() => server?.close());

  it.each(manifestFolders)('accepts %s', async folder => {
    const [, , client, environment] = folder.split('/');
    const name = `${client}-${environment}`;
    const reference = { apiVersion: 'v1', kind: 'Namespace', name };
    if (!server.store.get(reference)) {
      server.store.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
    const output = await kubectl.run(
      'apply',
      '--dry-run=server',
      `--namespace=${name}`,
      '-k',
      join(rendered, folder),
    );
    const lines = output.trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.every(line => line.endsWith('(server dry run)'))).toBe(true);
  });

  it.each([
    ['quota.yaml', 'spec', 'hards'],
    ['database.yaml', 'spec', 'instanses'],
    ['certificate.yaml', 'spec', 'dnsName'],
  ])('refuses a misspelt field in %s', async (name, parent, field) => {
    const file = join(rendered, manifestFolders[0], name);
    const text = await fs.readFile(file, 'utf8');
    const object = parse(text.split('---\n')[0]);
    const broken = { ...object, [parent]: { ...object[parent], [field]: {} } };
    const copy = join(server.directory, basename(file));
    // Not as YAML, of which kubectl reads an older version.
    await fs.writeFile(copy, JSON.stringify(broken));
    expect(await kubectl.failureOf('apply', '-f', copy)).toContain(
      `unknown field "${parent}.${field}"`,
    );
  });
});
