import { KubernetesObject, ObjectStore, StoreEvent } from '../ObjectStore';
import { resourceDefinitions } from '../resources';
import { createObjectStore } from './createObjectStore';

const startedAt = new Date('2026-03-01T12:00:00.500Z');

const reference = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'acme-01',
  name: 'settings',
};

const workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'acme-01',
};

function createStore(): ObjectStore {
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups: ['argoproj.io'] }),
    now: () => startedAt,
  });
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'acme-01' },
  });
  return store;
}

function configMap(name: string, more: object = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'acme-01', ...more },
  };
}

function deployment(name: string, replicas?: number): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'acme-01' },
    spec: { ...(replicas !== undefined && { replicas }) },
  };
}

function record(store: ObjectStore): StoreEvent[] {
  const events: StoreEvent[] = [];
  store.watch(event => events.push(event));
  return events;
}

const described = ({ type, object }: StoreEvent) =>
  `${type} ${object.kind}/${object.metadata.name}`;

const ownedBy = (...owners: KubernetesObject[]) => ({
  ownerReferences: owners.map(({ apiVersion, kind, metadata }) => ({
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid!,
  })),
});

describe('createObjectStore', () => {
  it('starts with the system namespaces and a definition per custom kind', () => {
    const store = createStore();
    const names = (apiVersion: string, kind: string) =>
      store.list({ apiVersion, kind }).map(({ metadata }) => metadata.name);
    expect(names('v1', 'Namespace')).toEqual([
      'acme-01',
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
    ]);
    expect(
      names('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
    ).toEqual([
      'applications.argoproj.io',
      'applicationsets.argoproj.io',
      'appprojects.argoproj.io',
    ]);
  });

  it('refuses kinds that it does not know, and references that do not fit the kind', () => {
    const store = createStore();
    expect(() =>
      store.list({ apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster' }),
    ).toThrow(
      'no matches for kind "Cluster" in version "postgresql.cnpg.io/v1"',
    );
    expect(() =>
      store.get({ apiVersion: 'v1', kind: 'Pod', name: 'participant' }),
    ).toThrow('The Pod "participant" needs metadata.namespace.');
    expect(() =>
      store.get({
        apiVersion: 'v1',
        kind: 'Node',
        name: 'one',
        namespace: 'acme-01',
      }),
    ).toThrow('cluster-scoped');
  });
});

describe('create', () => {
  it('fills in what only the cluster sets', () => {
    const store = createStore();
    const before = store.resourceVersion;
    const created = store.create(deployment('participant'));
    expect(created.metadata).toEqual({
      name: 'participant',
      namespace: 'acme-01',
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      creationTimestamp: '2026-03-01T12:00:00Z',
      generation: 1,
      resourceVersion: String(Number(before) + 1),
    });
    expect(created.spec).toMatchObject({ replicas: 1 });
  });

  it('refuses a second object of the same name', () => {
    const store = createStore();
    store.create(configMap('settings'));
    expect(() => store.create(configMap('settings'))).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message: 'configmaps "settings" already exists',
      }),
    );
  });

  it('refuses an object whose namespace does not exist', () => {
    expect(() =>
      createStore().create(configMap('settings', { namespace: 'nobody' })),
    ).toThrow(
      expect.objectContaining({
        name: 'NotFoundError',
        message: 'namespaces "nobody" not found',
      }),
    );
  });

  it('copies what comes in and what goes out', () => {
    const store = createStore();
    const given = configMap('settings', { labels: { app: 'participant' } });
    const created = store.create(given);
    given.metadata.labels!.app = 'changed';
    created.metadata.labels!.app = 'changed';
    expect(store.get(reference)).toMatchObject({
      metadata: { labels: { app: 'participant' } },
    });
  });

  it('keeps the texts of a Secret in Base64', () => {
    const { data, stringData } = createStore().create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'password', namespace: 'acme-01' },
      data: { user: 'YQ==' },
      stringData: { password: 'geheim' },
    });
    expect(data).toEqual({ user: 'YQ==', password: 'Z2VoZWlt' });
    expect(stringData).toBeUndefined();
  });

  it('labels a namespace with its name', () => {
    const namespace = createStore().get({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'acme-01',
    });
    expect(namespace).toMatchObject({
      metadata: { labels: { 'kubernetes.io/metadata.name': 'acme-01' } },
      status: { phase: 'Active' },
    });
  });

  it('stores nothing on a dry run', () => {
    const store = createStore();
    const events = record(store);
    const created = store.create(configMap('settings'), { dryRun: true });
    expect(created.metadata.uid).toBeDefined();
    expect(store.get(reference)).toBeUndefined();
    expect(events).toEqual([]);
  });
});

describe('list', () => {
  it('filters by namespace and labels, and orders by namespace and name', () => {
    const store = createStore();
    store.create(configMap('b', { labels: { app: 'x' } }));
    store.create(
      configMap('a', { labels: { app: 'x' }, namespace: 'default' }),
    );
    store.create(configMap('a', { labels: { app: 'x' } }));
    store.create(configMap('c', { labels: { app: 'y' } }));
    const list = (options: object) =>
      store
        .list({ apiVersion: 'v1', kind: 'ConfigMap', ...options })
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(list({ labels: { app: 'x' } })).toEqual([
      'acme-01/a',
      'acme-01/b',
      'default/a',
    ]);
    expect(list({ namespace: 'default' })).toEqual(['default/a']);
  });
});

describe('update', () => {
  it('counts a new generation only when the wish changes', () => {
    const store = createStore();
    const created = store.create(deployment('participant', 1));
    const labelled = store.update({
      ...created,
      metadata: { ...created.metadata, labels: { app: 'participant' } },
    });
    expect(labelled.metadata.generation).toBe(1);
    const scaled = store.update(deployment('participant', 2));
    expect(scaled.metadata.generation).toBe(2);
    expect(scaled.metadata.uid).toBe(created.metadata.uid);
  });

  it('keeps the status, and changes nothing when nothing is new', () => {
    const store = createStore();
    store.create(deployment('participant', 1));
    const wanted = store.updateStatus(
      { ...workload, name: 'participant' },
      { readyReplicas: 1 },
    );
    const events = record(store);
    expect(store.update({ ...wanted, status: { readyReplicas: 0 } })).toEqual(
      wanted,
    );
    expect(events).toEqual([]);
  });

  it('takes the status of a kind that has no status subresource', () => {
    const store = createStore();
    const application: KubernetesObject = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'acme-01-devnet', namespace: 'acme-01' },
      spec: { project: 'acme-01' },
    };
    store.create(application);
    const status = { sync: { status: 'Synced' } };
    expect(store.update({ ...application, status }).status).toEqual(status);
    expect(store.update(application).status).toEqual(status);
  });

  it('refuses a resourceVersion that is not the current one', () => {
    const store = createStore();
    const first = store.create(configMap('settings'));
    store.update({ ...first, data: { size: 'small' } });
    expect(() => store.update({ ...first, data: { size: 'large' } })).toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
    expect(
      store.update({ ...configMap('settings'), data: { size: 'large' } }).data,
    ).toEqual({ size: 'large' });
  });

  it('refuses an object that does not exist', () => {
    expect(() => createStore().update(configMap('settings'))).toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
  });
});

describe('delete', () => {
  it('returns undefined when there is nothing to delete', () => {
    expect(createStore().delete(reference)).toBeUndefined();
  });

  it('waits for the last finalizer', () => {
    const store = createStore();
    store.create(configMap('settings', { finalizers: ['a', 'b'] }));
    expect(store.delete(reference)?.metadata.deletionTimestamp).toBe(
      '2026-03-01T12:00:00Z',
    );
    store.update(configMap('settings', { finalizers: ['b'] }));
    expect(store.get(reference)?.metadata.deletionTimestamp).toBeDefined();
    const events = record(store);
    store.update(configMap('settings'));
    expect(store.get(reference)).toBeUndefined();
    expect(events.map(described)).toEqual([
      'MODIFIED ConfigMap/settings',
      'DELETED ConfigMap/settings',
    ]);
  });

  it('takes along what the object owned, unless somebody else owns it too', () => {
    const store = createStore();
    const one = store.create(deployment('one'));
    const two = store.create(deployment('two'));
    store.create(configMap('of-one', ownedBy(one)));
    store.create(configMap('of-both', ownedBy(one, two)));
    store.delete({ ...workload, name: 'one' });
    expect(
      store
        .list({ apiVersion: 'v1', kind: 'ConfigMap' })
        .map(({ metadata }) => [metadata.name, metadata.ownerReferences]),
    ).toEqual([['of-both', ownedBy(two).ownerReferences]]);
  });

  it('leaves orphans when it is told to', () => {
    const store = createStore();
    const owner = store.create(deployment('one'));
    store.create(configMap('settings', ownedBy(owner)));
    store.delete({ ...workload, name: 'one' }, { propagationPolicy: 'Orphan' });
    expect(store.get(reference)?.metadata.ownerReferences).toEqual([]);
  });

  it('empties a namespace before the namespace goes', () => {
    const store = createStore();
    const owner = store.create(deployment('one'));
    store.create(configMap('owned', ownedBy(owner)));
    store.create(configMap('settings'));
    const events = record(store);
    store.delete({ apiVersion: 'v1', kind: 'Namespace', name: 'acme-01' });
    const [first, ...others] = events.map(described);
    expect(first).toBe('MODIFIED Namespace/acme-01');
    expect(others.pop()).toBe('DELETED Namespace/acme-01');
    expect(others.sort()).toEqual([
      'DELETED ConfigMap/owned',
      'DELETED ConfigMap/settings',
      'DELETED Deployment/one',
    ]);
  });

  it('keeps a namespace, closed to new objects, while a finalizer holds something in it', () => {
    const store = createStore();
    const namespace = { apiVersion: 'v1', kind: 'Namespace', name: 'acme-01' };
    store.create(configMap('settings', { finalizers: ['a'] }));
    store.delete(namespace);
    expect(store.get(namespace)?.status).toEqual({ phase: 'Terminating' });
    expect(() => store.create(configMap('late'))).toThrow(
      expect.objectContaining({ name: 'NotAllowedError' }),
    );
    store.update(configMap('settings', { finalizers: [] }));
    expect(store.get(namespace)).toBeUndefined();
  });
});

describe('watch', () => {
  it('tells all listeners of changes in order, also of those that a listener makes', () => {
    const store = createStore();
    store.watch(({ type, object }) => {
      if (type === 'ADDED' && object.kind === 'ConfigMap') {
        store.update({ ...object, data: { seen: 'yes' } });
      }
    });
    const events = record(store);
    store.create(configMap('settings'));
    expect(events.map(described)).toEqual([
      'ADDED ConfigMap/settings',
      'MODIFIED ConfigMap/settings',
    ]);
    expect(events[1].previous).toEqual(events[0].object);
  });

  it('stops when it is told to', () => {
    const store = createStore();
    const events: StoreEvent[] = [];
    const stop = store.watch(event => events.push(event));
    stop();
    store.create(configMap('settings'));
    expect(events).toEqual([]);
  });

  it('goes on with the other listeners when one fails, and warns', () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation();
    const store = createStore();
    store.watch(() => {
      throw new Error('a broken controller');
    });
    const events = record(store);
    store.create(configMap('settings'));
    expect(events).toHaveLength(1);
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('a broken controller'),
    );
    warn.mockRestore();
  });
});
