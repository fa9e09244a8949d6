import {
  configMap,
  manifests,
  namespaceManifest,
  setUp,
} from './__testUtils__/testPlatform';
import { Application } from './applications/Application';

const first = '1'.repeat(40);
const second = '2'.repeat(40);
const byHand = { syncPolicy: undefined };
const files = (value: string) => ({
  'app/ns.yaml': namespaceManifest,
  'app/a.yaml': configMap('a', value),
});

function platformWith(spec: object = {}) {
  const platform = setUp();
  platform.addProject();
  platform.addApplication([manifests], spec);
  return platform;
}

type TestPlatform = ReturnType<typeof setUp>;

function valueOf({ devnet }: TestPlatform): unknown {
  const configMapA = devnet.get({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'acme-01-devnet',
    name: 'a',
  });
  return (configMapA?.data as Record<string, string> | undefined)?.value;
}

function request(platform: TestPlatform, operation: Application['operation']) {
  platform.patch({ operation });
  platform.clock.advance(10_000);
  return platform.application()!.status!;
}

describe('an operation on an Application', () => {
  it('syncs, and says in the history who asked', () => {
    const platform = platformWith(byHand);
    platform.commit(files('1'));
    const status = request(platform, {
      sync: {},
      initiatedBy: { username: 'user:default/jane' },
    });
    expect(status).toMatchObject({
      sync: { status: 'Synced' },
      operationState: { phase: 'Succeeded' },
      history: [
        {
          revisions: [first],
          initiatedBy: { username: 'user:default/jane' },
        },
      ],
    });
    expect(platform.application()).not.toHaveProperty('operation');
  });

  it('applies the head as it was when it began, as it says', () => {
    const platform = platformWith(byHand);
    platform.commit(files('1'));
    platform.patch({ operation: { sync: {} } });
    platform.clock.advance(500);
    platform.push(files('2'));
    platform.clock.advance(10_000);
    expect(valueOf(platform)).toBe('1');
    expect(platform.application()!.status).toMatchObject({
      sync: { status: 'OutOfSync', revisions: [second] },
      history: [{ revisions: [first] }],
    });
  });

  it('rolls back to an entry of the history, which Git then differs from', () => {
    const platform = platformWith(byHand);
    platform.commit(files('1'));
    request(platform, { sync: {} });
    platform.commit(files('2'));
    request(platform, { sync: {} });
    expect(valueOf(platform)).toBe('2');

    const status = request(platform, {
      sync: { revisions: [first], sources: [manifests] },
    });
    expect(valueOf(platform)).toBe('1');
    expect(status.sync?.status).toBe('OutOfSync');
    expect(status.history?.map(({ id, revisions }) => [id, revisions])).toEqual(
      [
        [0, [first]],
        [1, [second]],
        [2, [first]],
      ],
    );
  });

  it('reads a commit that it has not seen, and fails when there is none', async () => {
    const platform = platformWith(byHand);
    platform.commit(files('1'));
    const missing = 'f'.repeat(40);
    platform.patch({ operation: { sync: { revisions: [missing] } } });
    platform.clock.advance(10_000);
    expect(platform.application()!.status?.operationState?.phase).toBe(
      'Running',
    );
    await new Promise(resolve => setImmediate(resolve));
    platform.clock.advance(10_000);
    expect(platform.application()!.status?.operationState).toMatchObject({
      phase: 'Error',
      message: expect.stringContaining(`There is no commit ${missing}.`),
    });
  });

  it('tries again as often as it is told to, with growing pauses', () => {
    const platform = platformWith(byHand);
    platform.commit({ 'app/a.yaml': configMap('a') });
    const retry = { limit: 2, backoff: { duration: '10s', factor: 2 } };
    platform.patch({ operation: { sync: {}, retry } });
    const state = () => platform.application()!.status!.operationState;
    // The namespace is not there.
    platform.clock.advance(5_000);
    expect(state()).toMatchObject({
      phase: 'Running',
      retryCount: 1,
      message: expect.stringContaining('Retrying attempt #1'),
    });
    platform.clock.advance(10_000);
    expect(state()).toMatchObject({ phase: 'Running', retryCount: 2 });
    platform.clock.advance(10_000);
    expect(state()?.phase).toBe('Running');
    platform.clock.advance(15_000);
    expect(state()).toMatchObject({ phase: 'Failed', retryCount: 2 });
  });

  it('succeeds on a later attempt once the cause is gone', () => {
    const platform = platformWith(byHand);
    platform.commit({ 'app/a.yaml': configMap('a') });
    platform.patch({ operation: { sync: {}, retry: { limit: 5 } } });
    platform.clock.advance(3_000);
    platform.devnet.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'acme-01-devnet' },
    });
    platform.clock.advance(10_000);
    expect(platform.application()!.status?.operationState?.phase).toBe(
      'Succeeded',
    );
    expect(platform.configMaps()).toEqual(['a']);
  });
});

describe('a request to refresh', () => {
  it('has the repository read, and is taken off the Application', async () => {
    const platform = platformWith();
    platform.commit(files('1'));
    platform.engine.follow();
    await new Promise(resolve => setImmediate(resolve));
    platform.writeHead(files('2'));
    platform.patch({
      metadata: {
        ...platform.application()!.metadata,
        annotations: { 'argocd.argoproj.io/refresh': 'normal' },
      },
    });
    await new Promise(resolve => setImmediate(resolve));
    platform.clock.advance(10_000);
    expect(platform.application()!.metadata.annotations).toEqual({});
    expect(valueOf(platform)).toBe('2');
    platform.engine.close();
  });
});

describe('deletion', () => {
  const finalizers = ['resources-finalizer.argocd.argoproj.io'];
  const hold = (object: { metadata: object }) => ({
    metadata: { ...object.metadata, finalizers },
  });
  const application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    namespace: 'argocd',
    name: 'acme-01-devnet',
  };
  const project = { ...application, kind: 'AppProject', name: 'acme-01' };
  const configMapA = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'acme-01-devnet',
    name: 'a',
  };

  it('of an Application waits until all that it applied is gone', () => {
    const platform = platformWith();
    platform.commit(files('1'));
    platform.patch(hold(platform.application()!));
    const applied = platform.devnet.get(configMapA)!;
    platform.devnet.update({
      ...applied,
      metadata: { ...applied.metadata, finalizers: ['example.com/slow'] },
    });

    platform.hub.delete(application);
    platform.clock.advance(10_000);
    expect(platform.application()?.metadata.deletionTimestamp).toBeDefined();

    const marked = platform.devnet.get(configMapA)!;
    platform.devnet.update({
      ...marked,
      metadata: { ...marked.metadata, finalizers: [] },
    });
    platform.clock.advance(10_000);
    expect(platform.application()).toBeUndefined();
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'acme-01-devnet',
    };
    expect(platform.devnet.get(namespace)).toBeUndefined();
  });

  it('of an Application without the finalizer leaves what it applied', () => {
    const platform = platformWith();
    platform.commit(files('1'));
    platform.hub.delete(application);
    platform.clock.advance(10_000);
    expect(platform.application()).toBeUndefined();
    expect(platform.configMaps()).toEqual(['a']);
  });

  it('of a project waits until no Application names it', () => {
    const platform = platformWith();
    platform.commit(files('1'));
    const held = platform.hub.get(project)!;
    platform.hub.update({
      ...held,
      metadata: { ...held.metadata, finalizers },
    });

    platform.hub.delete(project);
    platform.clock.advance(10_000);
    expect(platform.hub.get(project)?.metadata.deletionTimestamp).toBeDefined();
    expect(platform.application()!.status?.sync?.status).toBe('Synced');

    platform.hub.delete(application);
    platform.clock.advance(10_000);
    expect(platform.hub.get(project)).toBeUndefined();
  });
});
