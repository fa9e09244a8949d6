import { createKubernetesClient, KubernetesClient } from './KubernetesClient';
import { ServedVersions } from './ServedVersions';
import { FakeApiServer, pods, sendStatus, widgets } from './__testUtils__';

const { signal } = new AbortController();

describe('ServedVersions', () => {
  let server: FakeApiServer;
  let client: KubernetesClient;

  beforeEach(async () => {
    server = await FakeApiServer.start();
    client = createKubernetesClient(server.connection());
  });

  afterEach(async () => {
    await client.close();
    await server.stop();
  });

  it('are those that the cluster has of a group', async () => {
    server.serve('/apis/example.com/v1beta1/widgets');
    const served = new ServedVersions({ client, keepMs: 60_000 });
    expect(await served.of(widgets, signal)).toEqual(['v1beta1']);
    const gadgets = { ...widgets, group: 'other.example.com' };
    expect(await served.of(gadgets, signal)).toEqual([]);
  });

  it('are asked for once for all kinds, and not for the core group', async () => {
    const served = new ServedVersions({ client, keepMs: 60_000 });
    expect(await served.of(pods, signal)).toEqual(['v1']);
    expect(server.discoveries).toBe(0);
    await Promise.all(
      Array.from({ length: 20 }, () => served.of(widgets, signal)),
    );
    expect(server.discoveries).toBe(1);
  });

  it('are asked for again after a while', async () => {
    const served = new ServedVersions({ client, keepMs: 0 });
    expect(await served.of(widgets, signal)).toEqual([]);
    server.serve('/apis/example.com/v1/widgets');
    expect(await served.of(widgets, signal)).toEqual(['v1']);
  });

  it.each([
    ['refuses to tell', 403, '{}'],
    ['tells something else', 200, '{}'],
    ['tells nonsense', 200, '<html>'],
  ])('are all of them while the cluster %s', async (_, code, body) => {
    server.break('/apis', (__, response) =>
      code === 200 ? response.end(body) : sendStatus(response, code, body),
    );
    const served = new ServedVersions({ client, keepMs: 60_000 });
    expect(await served.of(widgets, signal)).toEqual(['v1', 'v1beta1']);
  });
});
