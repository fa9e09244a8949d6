import {
  CoreV1Api,
  KubeConfig,
  KubernetesObject,
  Watch,
} from '@kubernetes/client-node';
import {
  startTestServer,
  TestServer,
  adminToken,
} from '../__testUtils__/startTestServer';

const path = '/api/v1/namespaces/acme-01-devnet/pods';

describe('@kubernetes/client-node', () => {
  let server: TestServer;
  let config: KubeConfig;

  beforeAll(async () => {
    server = await startTestServer({ historyLimit: 2 });
    config = new KubeConfig();
    config.loadFromOptions({
      clusters: [
        {
          name: 'devnet',
          server: server.url,
          caData: Buffer.from(server.certificates.caCertificate).toString(
            'base64',
          ),
        },
      ],
      users: [{ name: 'admin', token: adminToken }],
      contexts: [{ name: 'devnet', cluster: 'devnet', user: 'admin' }],
      currentContext: 'devnet',
    });
    server.store.create(pod('participant-0'));
  });

  afterAll(() => server?.close());

  it('lists', async () => {
    const api = config.makeApiClient(CoreV1Api);
    const list = await api.listNamespacedPod({ namespace: 'acme-01-devnet' });
    expect(list.items.map(item => item.metadata?.name)).toEqual([
      'participant-0',
    ]);
  });

  it('watches', async () => {
    const watch = new Watch(config);
    const { resourceVersion } = server.store;
    const next = firstEvent(watch, { resourceVersion });
    server.store.create(pod('participant-1'));
    expect(await next).toEqual(['ADDED', 'participant-1']);
  });

  it('is told that a version is gone', async () => {
    const { resourceVersion } = server.store;
    ['a', 'b', 'c', 'd', 'e'].forEach(name => server.store.create(pod(name)));
    const watch = new Watch(config);
    await expect(firstEvent(watch, { resourceVersion })).resolves.toEqual([
      'ERROR',
      410,
    ]);
  });
});

/** The type of the first event, and the object's name or the error's code. */
async function firstEvent(
  watch: Watch,
  query: { resourceVersion: string },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = watch.watch(
      path,
      query,
      async (type, object: KubernetesObject & { code?: number }) => {
        resolve([type, object.metadata?.name ?? object.code]);
        (await request).abort();
      },
      reject,
    );
  });
}

function pod(name: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'acme-01-devnet' },
    spec: { containers: [{ name: 'participant', image: 'participant:1' }] },
  };
}
