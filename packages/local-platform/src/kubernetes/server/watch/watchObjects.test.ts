import { ApiClient } from '../../__testUtils__/ApiClient';
import {
  startTestServer,
  TestServer,
} from '../../__testUtils__/startTestServer';
import { KubernetesObject } from '../../ObjectStore';

const path = '/api/v1/namespaces/acme-01-devnet/configmaps';
const reference = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'acme-01-devnet',
};

function configMap(name: string, labels = {}): KubernetesObject {
  const { namespace, ...kind } = reference;
  return { ...kind, metadata: { name, namespace, labels } };
}

let server: TestServer;
let client: ApiClient;

beforeEach(async () => {
  server = await startTestServer({ historyLimit: 2 });
  client = new ApiClient(server);
});

afterEach(() => server.close());

/** Follows a watch; the function that is returned gives the next event. */
async function watch(query: string) {
  const events = await client.watch(`${path}?watch=true&${query}`);
  return async () => {
    const { done, value } = await events.next();
    const { object } = value ?? {};
    return done
      ? 'END'
      : `${value.type} ${object.metadata.name ?? object.reason ?? ''}`.trim();
  };
}

describe('a watch', () => {
  it('begins with what there is when it names no version', async () => {
    server.store.create(configMap('before'));
    const next = await watch('');
    expect(await next()).toBe('ADDED before');
    server.store.create(configMap('after'));
    expect(await next()).toBe('ADDED after');
  });

  it('begins with the one object that its path names', async () => {
    server.store.create(configMap('another'));
    server.store.create(configMap('one'));
    const events = await client.watch(`${path}/one?watch=true`);
    const { value } = await events.next();
    expect(value.object.metadata.name).toBe('one');
  });

  it('resumes after the version that it names', async () => {
    const { metadata } = server.store.create(configMap('seen'));
    server.store.create(configMap('missed'));
    server.store.delete({ ...reference, name: 'seen' });
    const next = await watch(`resourceVersion=${metadata.resourceVersion}`);
    expect(await next()).toBe('ADDED missed');
    expect(await next()).toBe('DELETED seen');
  });

  it('ends with an error when the version is forgotten, or from the future', async () => {
    const { metadata } = server.store.create(configMap('old'));
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      server.store.create(configMap(name));
    }
    const future = Number(server.store.resourceVersion) + 1000;
    for (const version of [metadata.resourceVersion, future]) {
      const next = await watch(`resourceVersion=${version}`);
      expect(await next()).toBe('ERROR Expired');
      expect(await next()).toBe('END');
    }
    const next = await watch('resourceVersion=yesterday');
    expect(await next()).toBe('ERROR BadRequest');
  });

  it('sees an object come and go as its labels change', async () => {
    const next = await watch('labelSelector=app=a');
    server.store.create(configMap('x', { app: 'b' }));
    server.store.update(configMap('x', { app: 'a' }));
    server.store.update({ ...configMap('x', { app: 'a' }), data: {} });
    server.store.update(configMap('x', { app: 'b' }));
    server.store.delete({ ...reference, name: 'x' });
    server.store.create(configMap('y', { app: 'a' }));
    expect(await next()).toBe('ADDED x');
    expect(await next()).toBe('MODIFIED x');
    expect(await next()).toBe('DELETED x');
    expect(await next()).toBe('ADDED y');
  });

  it('hears of its own namespace and name only', async () => {
    const next = await watch('fieldSelector=metadata.name=wanted');
    server.store.create(configMap('other'));
    const elsewhere = configMap('wanted');
    elsewhere.metadata.namespace = 'default';
    server.store.create(elsewhere);
    server.store.create(configMap('wanted'));
    server.store.delete({ ...reference, name: 'wanted' });
    expect(await next()).toBe('ADDED wanted');
    expect(await next()).toBe('DELETED wanted');
  });

  it('marks the end of the initial events when it is asked to', async () => {
    server.store.create(configMap('before'));
    const events = await client.watch(
      `${path}?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan`,
    );
    expect((await events.next()).value.object.metadata.name).toBe('before');
    expect((await events.next()).value).toMatchObject({
      type: 'BOOKMARK',
      object: {
        kind: 'ConfigMap',
        metadata: {
          resourceVersion: server.store.resourceVersion,
          annotations: { 'k8s.io/initial-events-end': 'true' },
        },
      },
    });
  });

  it('ends after its time, with a bookmark for those who want one', async () => {
    const version = server.store.resourceVersion;
    const query = `resourceVersion=${version}&timeoutSeconds=1`;
    const plain = await watch(query);
    const marked = await watch(`${query}&allowWatchBookmarks=true`);
    expect(await marked()).toBe('BOOKMARK');
    expect(await marked()).toBe('END');
    expect(await plain()).toBe('END');
  });

  it('comes as a table when it is asked to', async () => {
    const events = await client.watch(`${path}?watch=true`, {
      headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
    });
    server.store.create(configMap('x'));
    const { value } = await events.next();
    expect(value.object).toMatchObject({
      kind: 'Table',
      rows: [{ cells: ['x', 0, expect.any(String)] }],
    });
  });

  it('ends when the server is closed', async () => {
    const other = await startTestServer();
    const events = await new ApiClient(other).watch(`${path}?watch=true`);
    await other.close();
    expect((await events.next()).done).toBe(true);
  });
});
