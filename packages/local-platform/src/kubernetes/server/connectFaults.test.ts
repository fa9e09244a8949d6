import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../__testUtils__/ApiClient';
import { startTestServer, TestServer } from '../__testUtils__/startTestServer';

const unreachable = {
  name: 'unreachable-cluster',
  target: 'devnet',
} as const;
const expired = { name: 'expired-credentials', target: 'devnet' } as const;

const configMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', namespace: 'default' },
};

let server: TestServer;
let client: ApiClient;

beforeEach(async () => {
  server = await startTestServer();
  client = new ApiClient(server);
});

afterEach(() => server.close());

describe('an unreachable cluster', () => {
  it('cuts every connection until the fault is over', async () => {
    const watch = await client.watch('/api/v1/pods?watch=true');
    server.faults.switchOn(unreachable);
    await expect(watch.next()).rejects.toThrow('aborted');
    await expect(client.send('/readyz')).rejects.toThrow();
    server.faults.switchOff(unreachable);
    expect((await client.send('/readyz')).status).toBe(200);
  });
});

describe('expired credentials', () => {
  it('end the watches and refuse everything until the fault is over', async () => {
    const watch = await client.watch('/api/v1/pods?watch=true');
    server.faults.switchOn(expired);
    expect((await watch.next()).done).toBe(true);
    for (const path of ['/readyz', '/version', '/api/v1/pods']) {
      expect(await client.send(path)).toMatchObject({
        status: 401,
        body: { kind: 'Status', reason: 'Unauthorized' },
      });
    }
    server.faults.switchOff(expired);
    expect((await client.send('/api/v1/pods')).status).toBe(200);
  });
});

describe('a hanging API server', () => {
  it('answers nothing and keeps back what its watches have to tell', async () => {
    const watch = await client.watch('/api/v1/configmaps?watch=true');
    server.faults.switchOn({ name: 'hanging-api-server', target: 'devnet' });
    server.faults.switchOn({ name: 'drift', target: 'acme-01/devnet' });
    server.store.create(configMap);
    const told = watch.next().then(({ value }) => value.type);
    const answered = client.send('/version').then(({ status }) => status);
    const waited = delay(200).then(() => 'nothing');
    expect(await Promise.race([told, answered, waited])).toBe('nothing');
    server.faults.switchOff({ name: 'hanging-api-server', target: 'devnet' });
    expect(await told).toBe('ADDED');
    expect((await client.send('/version')).status).toBe(200);
    answered.catch(() => undefined);
  });
});

describe('a forbidden kind', () => {
  const fault = { name: 'forbidden-kind', target: 'devnet/pods' } as const;

  it('ends its watches and refuses that kind only', async () => {
    const watch = await client.watch('/api/v1/pods?watch=true');
    server.faults.switchOn(fault);
    expect((await watch.next()).done).toBe(true);
    expect(await client.send('/api/v1/pods')).toMatchObject({
      status: 403,
      body: { reason: 'Forbidden' },
    });
    expect((await client.send('/api/v1/services')).status).toBe(200);
    server.faults.switchOff(fault);
    expect((await client.send('/api/v1/pods')).status).toBe(200);
  });
});

describe('a missing kind', () => {
  const path = '/apis/cert-manager.io/v1/certificates';

  it('is neither served nor discovered until it is installed', async () => {
    const fault = {
      name: 'missing-kind',
      target: 'devnet/certificates.cert-manager.io',
    } as const;
    server.faults.switchOn(fault);
    expect((await client.send(path)).status).toBe(404);
    const { body } = await client.send('/apis/cert-manager.io/v1');
    expect(JSON.stringify(body)).not.toContain('"certificates"');
    server.faults.switchOff(fault);
    expect((await client.send(path)).status).toBe(200);
  });
});

describe('an expired resource version', () => {
  it('ends watches and refuses to resume them, but not to list', async () => {
    const watch = await client.watch('/api/v1/pods?watch=true');
    server.faults.switchOn({
      name: 'expired-resource-version',
      target: 'devnet',
    });
    expect((await watch.next()).done).toBe(true);
    const { body } = await client.send('/api/v1/pods');
    const { resourceVersion } = body.metadata;
    const resumed = `/api/v1/pods?watch=true&resourceVersion=${resourceVersion}`;
    expect((await client.send(resumed)).status).toBe(410);
  });
});

describe('malformed answers', () => {
  it('are cut off in the middle', async () => {
    server.faults.switchOn({ name: 'malformed-answers', target: 'devnet' });
    for (const path of ['/version', '/api/v1/pods']) {
      await expect(client.send(path)).rejects.toThrow(SyntaxError);
    }
  });
});

describe('dropped watches', () => {
  it('are broken off every few seconds', async () => {
    server.faults.switchOn({ name: 'dropped-watches', target: 'devnet' });
    const watch = await client.watch('/api/v1/pods?watch=true');
    await expect(watch.next()).rejects.toThrow('aborted');
    expect((await client.send('/api/v1/pods')).status).toBe(200);
  });
});

it('does not mind the faults of another cluster', async () => {
  const watch = await client.watch('/api/v1/configmaps?watch=true');
  server.faults.switchOn({ ...unreachable, target: 'testnet' });
  server.faults.switchOn({ ...expired, target: 'testnet' });
  server.store.create(configMap);
  expect((await watch.next()).value.type).toBe('ADDED');
});
