import { createKubernetesClient, KubernetesClient } from './KubernetesClient';
import { Reflector } from './Reflector';
import {
  FakeApiServer,
  fastTiming,
  sendStatus,
  waitFor,
  widget,
  widgets,
  widgetsPath,
} from './__testUtils__';

describe('Reflector', () => {
  let server: FakeApiServer;
  let client: KubernetesClient;
  let reflector: Reflector<string>;
  let controller: AbortController;
  let changed: string[];
  let done: Promise<void>;

  beforeEach(async () => {
    server = await FakeApiServer.start();
    server.serve(
      widgetsPath,
      widget('one', 'red'),
      widget('two', 'green'),
      widget('three', 'blue', 'globex'),
    );
    controller = new AbortController();
    changed = [];
  });

  afterEach(async () => {
    controller.abort();
    await done;
    await client.close();
    await server.stop();
  });

  function start(connection = server.connection()) {
    client = createKubernetesClient(connection);
    reflector = new Reflector({
      client,
      kind: widgets,
      timing: fastTiming,
      onObjects: namespaces => changed.push(...namespaces),
      onAvailability: () => undefined,
    });
    done = reflector.run(controller.signal);
  }

  const acme = () => Object.fromEntries(reflector.objects('acme'));
  const lists = () =>
    server.requests.filter(request => request.startsWith('list')).length;
  const watching = () =>
    waitFor(() => expect(server.openWatches(widgetsPath)).toBe(1));

  it('lists every page and keeps projections by namespace', async () => {
    start();
    await waitFor(() => expect(acme()).toEqual({ one: 'red', two: 'green' }));
    expect(Object.fromEntries(reflector.objects('globex'))).toEqual({
      three: 'blue',
    });
    expect(reflector.availability).toEqual({ phase: 'Observed' });
    expect(changed.sort()).toEqual(['acme', 'globex']);
  });

  it('follows what is added, changed and deleted', async () => {
    start();
    await watching();
    server.put(widgetsPath, widget('one', 'black'));
    server.put(widgetsPath, widget('four', 'white'));
    server.remove(widgetsPath, 'acme', 'two');
    await waitFor(() =>
      expect(acme()).toEqual({ one: 'black', four: 'white' }),
    );
    expect(lists()).toBe(2);
  });

  it('reads an event that comes in pieces', async () => {
    start();
    await watching();
    const text = JSON.stringify({
      type: 'ADDED',
      object: widget('five', 'grün'),
    });
    server.send(widgetsPath, text.slice(0, 30));
    server.send(widgetsPath, `${text.slice(30)}\n`);
    await waitFor(() => expect(acme()).toMatchObject({ five: 'grün' }));
  });

  it('lists anew after a watch that was dropped, and misses nothing', async () => {
    start();
    await watching();
    server.break(widgetsPath, (_, response) => response.destroy());
    server.dropWatches(widgetsPath);
    server.remove(widgetsPath, 'acme', 'one');
    server.repair(widgetsPath);
    await waitFor(() => expect(acme()).toEqual({ two: 'green' }));
    expect(reflector.availability).toEqual({ phase: 'Observed' });
  });

  it.each([
    ['410 Gone', { type: 'ERROR', object: { code: 410, message: 'too old' } }],
    ['malformed JSON', 'not json\n'],
  ])('lists anew after %s in a watch', async (_, event) => {
    start();
    await watching();
    const before = lists();
    server.send(widgetsPath, event);
    await waitFor(() => expect(lists()).toBeGreaterThan(before));
    await watching();
    expect(acme()).toEqual({ one: 'red', two: 'green' });
  });

  it('takes an older version where the preferred one is not served', async () => {
    const other = await FakeApiServer.start();
    other.serve('/apis/example.com/v1beta1/widgets', widget('old', 'grey'));
    start(other.connection());
    await waitFor(() => expect(acme()).toEqual({ old: 'grey' }));
    await other.stop();
  });

  it('says that a kind is absent, and finds it once it is installed', async () => {
    const other = await FakeApiServer.start();
    start(other.connection());
    await waitFor(() =>
      expect(reflector.availability).toEqual({ phase: 'Absent' }),
    );
    other.serve(widgetsPath, widget('new', 'gold'));
    await waitFor(() => expect(acme()).toEqual({ new: 'gold' }));
    await other.stop();
  });

  it.each([
    ['403', 'Forbidden', /service account may not list/],
    ['401', 'CredentialsRefused', /refused the credentials/],
    ['500', 'Unreachable', /etcd is away/],
  ])('explains %s and goes on afterwards', async (code, reason, message) => {
    server.break(widgetsPath, (_, response) =>
      sendStatus(response, Number(code), 'etcd is away'),
    );
    start();
    await waitFor(() =>
      expect(reflector.availability).toEqual({
        phase: 'Failing',
        reason,
        message: expect.stringMatching(message),
      }),
    );
    server.repair(widgetsPath);
    await waitFor(() =>
      expect(reflector.availability).toEqual({ phase: 'Observed' }),
    );
  });

  it('keeps what it knew while the list fails', async () => {
    start();
    await watching();
    server.break(widgetsPath, (_, response) =>
      sendStatus(response, 500, 'etcd is away'),
    );
    server.dropWatches(widgetsPath);
    await waitFor(() => expect(reflector.availability.phase).toBe('Failing'));
    expect(acme()).toEqual({ one: 'red', two: 'green' });
  });

  it.each([
    ['HTML', '<html>Please sign in</html>', 'InvalidAnswer'],
    ['half an answer', '{"items":[', 'InvalidAnswer'],
    ['something that is no list', '{}', 'Unreachable'],
  ])('takes %s for a failure, not for no objects', async (_, body, reason) => {
    start();
    await watching();
    server.break(widgetsPath, (__, response) => response.end(body));
    server.dropWatches(widgetsPath);
    await waitFor(() =>
      expect(reflector.availability).toMatchObject({
        phase: 'Failing',
        reason,
        message: expect.not.stringContaining('Please sign in'),
      }),
    );
    expect(acme()).toEqual({ one: 'red', two: 'green' });
  });

  it('does not wait for ever for a server that hangs', async () => {
    server.break(widgetsPath, () => undefined);
    start();
    await waitFor(() =>
      expect(reflector.availability).toMatchObject({
        phase: 'Failing',
        reason: 'Timeout',
      }),
    );
  });

  it('never shows the token', async () => {
    start(server.connection({ token: 'not-the-token' }));
    await waitFor(() => expect(reflector.availability.phase).toBe('Failing'));
    expect(JSON.stringify(reflector.availability)).not.toContain(
      'not-the-token',
    );
  });
});
