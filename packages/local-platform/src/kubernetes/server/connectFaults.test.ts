import { ApiClient } from '../__testUtils__/ApiClient';
import { startTestServer, TestServer } from '../__testUtils__/startTestServer';

const unreachable = {
  name: 'unreachable-cluster',
  target: 'devnet',
} as const;
const expired = { name: 'expired-credentials', target: 'devnet' } as const;

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

it('does not mind the faults of another cluster', async () => {
  const watch = await client.watch('/api/v1/configmaps?watch=true');
  server.faults.switchOn({ ...unreachable, target: 'testnet' });
  server.faults.switchOn({ ...expired, target: 'testnet' });
  server.store.create({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', namespace: 'default' },
  });
  expect((await watch.next()).value.type).toBe('ADDED');
});
