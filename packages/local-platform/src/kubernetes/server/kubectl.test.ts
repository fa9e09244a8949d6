import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describeWithKubectl, Kubectl } from '../__testUtils__/Kubectl';
import {
  application,
  deployment,
  eventAbout,
  namespace,
  runningPod,
} from '../__testUtils__/objects';
import { startTestServer, TestServer } from '../__testUtils__/startTestServer';

jest.setTimeout(60_000);

describeWithKubectl('kubectl', () => {
  let server: TestServer;
  let client: Kubectl;

  beforeAll(async () => {
    server = await startTestServer();
    client = await Kubectl.for(server);
    server.store.create(application);
    server.store.create(eventAbout(server.store.create(runningPod)));
  });

  afterAll(() => server?.close());

  const kubectl = (...args: string[]) => client.run(...args);
  const failureOf = (...args: string[]) => client.failureOf(...args);
  const manifest = (object: object) => client.manifest(object);

  const rows = (table: string) =>
    table
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s{2,}/));

  it('lists the kinds', async () => {
    const kinds = await kubectl('api-resources', '-o', 'name');
    expect(kinds.split('\n')).toEqual(
      expect.arrayContaining([
        'pods',
        'deployments.apps',
        'applications.argoproj.io',
        'clusters.postgresql.cnpg.io',
      ]),
    );
  });

  it('tells the version', async () => {
    expect(await kubectl('version')).toContain('Server Version: v1.32');
  });

  it('gets tables', async () => {
    expect(rows(await kubectl('get', 'pods'))).toEqual([
      ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
      [
        'participant-0',
        '1/1',
        'Running',
        expect.stringMatching(/^2 \(.*ago\)$/),
        expect.any(String),
      ],
    ]);
    expect(rows(await kubectl('get', 'apps'))).toEqual([
      ['NAME', 'SYNC STATUS', 'HEALTH STATUS'],
      ['acme-01-devnet', 'Synced', 'Healthy'],
    ]);
    expect(rows(await kubectl('get', 'events'))[1].slice(1)).toEqual([
      'Normal',
      'Started',
      'pod/participant-0',
      'Started container participant',
    ]);
  });

  it('gets all namespaces, by label and by field', async () => {
    const all = await kubectl('get', 'pods', '-A');
    expect(rows(all)[1].slice(0, 2)).toEqual([namespace, 'participant-0']);
    const names = (...selector: string[]) =>
      kubectl('get', 'pods', '-o', 'name', ...selector);
    expect(await names('-l', 'app in (participant)')).toBe(
      'pod/participant-0\n',
    );
    expect(await names('-l', 'app!=participant')).toBe('');
    expect(await names('--field-selector', 'status.phase=Running')).toBe(
      'pod/participant-0\n',
    );
  });

  it('gets JSON and YAML', async () => {
    const json = await kubectl('get', 'pod', 'participant-0', '-o', 'json');
    expect(JSON.parse(json)).toMatchObject({
      kind: 'Pod',
      metadata: { name: 'participant-0' },
    });
    expect(await kubectl('get', 'pods', '-o', 'yaml')).toContain(
      'name: participant-0',
    );
  });

  it('describes', async () => {
    const description = await kubectl('describe', 'pod', 'participant-0');
    expect(description).toMatch(/Status: +Running/);
    expect(description).toContain('Started container participant');
    expect(await kubectl('describe', 'app', namespace)).toMatch(
      /Health:\s+Status: +Healthy/,
    );
    expect(await kubectl('describe', 'namespace', namespace)).toMatch(
      /Status: +Active/,
    );
  });

  it('reads logs', async () => {
    const log = await kubectl('logs', 'participant-0', '--tail', '1');
    expect(log).toBe('participant is running\n');
  });

  it('applies, scales, describes and deletes a Deployment', async () => {
    const apply = async (replicas: number) =>
      kubectl('apply', '-f', await manifest(deployment('wallet', replicas)));
    expect(await apply(1)).toBe('deployment.apps/wallet created\n');
    expect(await apply(1)).toBe('deployment.apps/wallet unchanged\n');
    expect(await apply(2)).toBe('deployment.apps/wallet configured\n');
    expect(await kubectl('describe', 'deployment', 'wallet')).toMatch(
      /Replicas: +2 desired/,
    );
    await kubectl('scale', 'deployment', 'wallet', '--replicas', '3');
    expect(rows(await kubectl('get', 'deployments'))[1].slice(0, 2)).toEqual([
      'wallet',
      '0/3',
    ]);
    await kubectl('delete', 'deployment', 'wallet');
    expect(await failureOf('get', 'deployment', 'wallet')).toContain(
      'Error from server (NotFound): deployments.apps "wallet" not found',
    );
  });

  it('applies on the server side', async () => {
    const file = await manifest(deployment('scan'));
    const apply = () => kubectl('apply', '--server-side', '-f', file);
    expect(await apply()).toBe('deployment.apps/scan serverside-applied\n');
    expect(await apply()).toBe('deployment.apps/scan serverside-applied\n');
    await kubectl('delete', '-f', file);
  });

  it('keeps what other appliers put into a list with keys', async () => {
    const file = await manifest(deployment('keyed'));
    await kubectl('apply', '-f', file);
    const sidecar = { containers: [{ name: 'istio-proxy', image: 'proxy:1' }] };
    const patch = { spec: { template: { spec: sidecar } } };
    await kubectl('patch', 'deploy', 'keyed', '-p', JSON.stringify(patch));
    await kubectl('set', 'image', 'deploy/keyed', 'keyed=keyed:2');
    const path = 'jsonpath={.spec.template.spec.containers[*].image}';
    expect(
      (await kubectl('get', 'deploy', 'keyed', '-o', path)).split(' ').sort(),
    ).toEqual(['keyed:2', 'proxy:1']);
    await kubectl('delete', 'deploy', 'keyed');
  });

  it('makes and deletes a namespace', async () => {
    expect(await kubectl('create', 'namespace', 'acme-02')).toBe(
      'namespace/acme-02 created\n',
    );
    await kubectl('create', 'configmap', 'a', '-n', 'acme-02');
    await kubectl('delete', 'namespace', 'acme-02');
    expect(await kubectl('get', 'cm', '-n', 'acme-02', '-o', 'name')).toBe('');
  });

  it('waits for a condition and for a rollout', async () => {
    const created = server.store.create(deployment('slow'));
    const waiting = kubectl(
      'wait',
      'deploy/slow',
      '--for=condition=Available',
      '--timeout=20s',
    );
    const rollingOut = kubectl('rollout', 'status', 'deploy/slow');
    setTimeout(() => {
      server.store.updateStatus(
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace,
          name: 'slow',
        },
        {
          observedGeneration: created.metadata.generation,
          replicas: 1,
          updatedReplicas: 1,
          availableReplicas: 1,
          conditions: [{ type: 'Available', status: 'True' }],
        },
      );
    }, 500);
    expect(await waiting).toBe('deployment.apps/slow condition met\n');
    expect(await rollingOut).toContain('successfully rolled out');
    await kubectl('delete', 'deploy', 'slow');
  });

  it('watches', async () => {
    const watch = spawn('kubectl', ['-n', namespace, 'get', 'cm', '--watch'], {
      env: client.environment,
    });
    const lines = createInterface({ input: watch.stdout });
    const rowsRead = lines[Symbol.asyncIterator]();
    const nextRow = async () => {
      const { value } = await rowsRead.next();
      return value?.split(/\s{2,}/)[0];
    };
    const configMap = (name: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace },
    });
    server.store.create(configMap('before'));
    expect(await nextRow()).toBe('NAME');
    expect(await nextRow()).toBe('before');
    server.store.create(configMap('after'));
    expect(await nextRow()).toBe('after');
    watch.kill();
    await once(watch, 'exit');
  });

  it('tells what a token may do', async () => {
    expect(await kubectl('auth', 'can-i', 'delete', 'pods')).toBe('yes\n');
    expect(
      await kubectl('auth', 'can-i', 'list', 'pods', '--context', 'viewer'),
    ).toBe('yes\n');
    for (const question of [
      ['delete', 'pods'],
      ['get', 'secrets'],
    ]) {
      await expect(
        kubectl('auth', 'can-i', ...question, '--context', 'viewer'),
      ).rejects.toMatchObject({ stdout: 'no\n' });
    }
    expect(await kubectl('auth', 'whoami', '--context', 'viewer')).toMatch(
      /Username +portal/,
    );
  });

  it('is refused what a token may not do, and everything without a token', async () => {
    expect(await failureOf('get', 'secrets', '--context', 'viewer')).toContain(
      'Error from server (Forbidden): secrets is forbidden: User "portal" cannot list resource "secrets"',
    );
    expect(
      await failureOf('delete', 'pod', 'participant-0', '--context', 'viewer'),
    ).toContain('Forbidden');
    expect(await failureOf('get', 'pods', '--context', 'stranger')).toContain(
      'You must be logged in to the server',
    );
  });
});
