import limitConcurrency from 'p-limit';
import { ServerResponse } from 'node:http';
import { createKubernetesClient, KubernetesClient } from './KubernetesClient';
import { KubernetesKind, KubernetesObject } from './KubernetesKind';
import { Reflector } from './Reflector';
import { ServedVersions } from './ServedVersions';
import { WatchTiming } from './timing';
import {
  EventLoop,
  FakeApiServer,
  fastTiming,
  sendStatus,
  waitFor,
  widget,
  widgets,
  widgetsPath,
  work,
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

  function start(
    connection = server.connection(),
    timing: Partial<WatchTiming> = {},
  ) {
    client = createKubernetesClient(connection);
    reflector = startReflector(widgets, timing);
  }

  function startReflector(
    kind: KubernetesKind<string>,
    timing: Partial<WatchTiming> = {},
  ) {
    const started = new Reflector({
      client,
      kind,
      served: new ServedVersions({ client, keepMs: 20 }),
      timing: { ...fastTiming, ...timing },
      limit: limitConcurrency(4),
      onObjects: places =>
        changed.push(...[...places].map(({ namespace }) => namespace)),
      onAvailability: () => undefined,
    });
    done = started.run(controller.signal);
    return started;
  }

  const acme = () => Object.fromEntries(reflector.objects('acme'));
  const lists = () =>
    server.requests.filter(request => request.startsWith('list')).length;
  const failing = () => {
    const { availability } = reflector;
    if (availability.phase !== 'Failing') {
      throw new Error(availability.phase);
    }
    return availability;
  };
  const sendList = (
    response: ServerResponse,
    items: object[],
    next?: string,
  ) => {
    const metadata = { resourceVersion: '1000', continue: next };
    response.end(JSON.stringify({ kind: 'List', metadata, items }));
  };
  const watching = () =>
    waitFor(() => expect(server.openWatches(widgetsPath)).toBe(1));

  it('lists every page and keeps projections by namespace', async () => {
    start();
    await waitFor(() => expect(acme()).toEqual({ one: 'red', two: 'green' }));
    expect(Object.fromEntries(reflector.objects('globex'))).toEqual({
      three: 'blue',
    });
    expect(reflector.availability).toEqual({ phase: 'Observed' });
    expect(reflector).toMatchObject({ size: 3, restarts: 0 });
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

  it('resumes a watch that was dropped, misses nothing, and does not list again', async () => {
    start();
    await watching();
    server.break(widgetsPath, (_, response) => response.destroy());
    server.dropWatches(widgetsPath);
    server.remove(widgetsPath, 'acme', 'one');
    server.repair(widgetsPath);
    await waitFor(() => expect(acme()).toEqual({ two: 'green' }));
    expect(reflector.availability).toEqual({ phase: 'Observed' });
    expect(lists()).toBe(2);
  });

  it('goes on while every watch is dropped after a moment', async () => {
    start();
    await watching();
    for (let round = 0; round < 10; round++) {
      server.dropWatches(widgetsPath);
      server.put(widgetsPath, widget('one', `colour-${round}`));
      await waitFor(() => expect(acme().one).toBe(`colour-${round}`));
      expect(reflector.availability).toEqual({ phase: 'Observed' });
    }
    expect(lists()).toBe(2);
  });

  it('lists anew when the server has forgotten where the watch was', async () => {
    start();
    await watching();
    server.break(widgetsPath, (_, response) => response.destroy());
    server.dropWatches(widgetsPath);
    server.remove(widgetsPath, 'acme', 'one');
    server.forgetHistory(widgetsPath);
    server.repair(widgetsPath);
    await waitFor(() => expect(acme()).toEqual({ two: 'green' }));
    expect(lists()).toBeGreaterThan(2);
  });

  it('goes on after malformed JSON in a watch', async () => {
    start();
    await watching();
    server.send(widgetsPath, 'not json\n');
    server.put(widgetsPath, widget('one', 'black'));
    await waitFor(() => expect(acme()).toEqual({ one: 'black', two: 'green' }));
    expect(reflector.availability).toEqual({ phase: 'Observed' });
  });

  it('lists again and again where no watch can be opened', async () => {
    start();
    await watching();
    server.break(widgetsPath, (request, response) =>
      request.url?.includes('watch=true')
        ? response.destroy()
        : sendList(response, [widget('polled', 'grey')]),
    );
    server.dropWatches(widgetsPath);
    await waitFor(() => expect(acme()).toEqual({ polled: 'grey' }));
    expect(reflector.availability).toEqual({ phase: 'Observed' });
    expect(reflector.restarts).toBeGreaterThan(0);
  });

  it('opens a watch again that sends nothing for long', async () => {
    start(server.connection(), { watchIdleMs: 100 });
    await waitFor(() =>
      expect(
        server.requests.filter(request => request.startsWith('watch')).length,
      ).toBeGreaterThan(2),
    );
    expect(lists()).toBe(2);
    expect(reflector.availability).toEqual({ phase: 'Observed' });
  });

  it('begins to list again when the next page has expired meanwhile', async () => {
    let expired = 0;
    server.break(widgetsPath, (request, response) => {
      if (request.url?.includes('watch=true')) {
        response.flushHeaders();
      } else if (!request.url?.includes('continue')) {
        sendList(response, [widget('one', `try-${expired}`)], 'next');
      } else if (expired++ < 2) {
        sendStatus(response, 410, 'the continue parameter is too old');
      } else {
        sendList(response, [widget('two', 'green')]);
      }
    });
    start();
    await waitFor(() => expect(acme()).toEqual({ one: 'try-2', two: 'green' }));
  });

  it('shows the old objects until all new ones are there', async () => {
    start();
    await watching();
    server.break(widgetsPath, (request, response) => {
      if (!request.url?.includes('continue')) {
        sendList(response, [widget('new', 'gold')], 'next');
      }
    });
    server.dropWatches(widgetsPath);
    await waitFor(() =>
      expect(reflector.availability).toMatchObject({ reason: 'Timeout' }),
    );
    expect(acme()).toEqual({ one: 'red', two: 'green' });
  });

  it('lets everything else go on while it lists', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) =>
      widget(`w${n}`, 'red'),
    );
    server.serve(widgetsPath, ...many);
    server.pageSize = many.length;
    client = createKubernetesClient(server.connection());
    const project = (object: KubernetesObject) => {
      work(1);
      return widgets.project(object);
    };
    const loop = new EventLoop();
    reflector = startReflector(
      { ...widgets, project },
      { listTimeoutMs: 10_000 },
    );
    await waitFor(() => expect(reflector.objects('acme').size).toBe(1_000));
    expect(loop.stop()).toBeLessThan(500);
  });

  it('does not look at an object of 5 MB, and says so in its namespace only', async () => {
    const large = widget('large', 'x'.repeat(5 * 1024 * 1024));
    server.put(widgetsPath, large);
    start();
    await watching();
    const tooLarge = {
      phase: 'Failing',
      reason: 'ObjectTooLarge',
      message: expect.stringContaining('larger than 2 MiB'),
      only: ['large'],
    };
    expect(reflector.availabilityIn('acme')).toEqual(tooLarge);
    expect(reflector.availabilityIn('globex')).toEqual({ phase: 'Observed' });
    expect(acme()).toEqual({ one: 'red', two: 'green' });

    server.put(widgetsPath, widget('large', 'small again'));
    await waitFor(() => expect(acme()).toHaveProperty('large', 'small again'));
    expect(reflector.availabilityIn('acme')).toEqual({ phase: 'Observed' });

    server.put(widgetsPath, large);
    await waitFor(() =>
      expect(reflector.availabilityIn('acme')).toEqual(tooLarge),
    );
    expect(acme()).toEqual({ one: 'red', two: 'green' });
    server.remove(widgetsPath, 'acme', 'large');
    await waitFor(() =>
      expect(reflector.availabilityIn('acme')).toEqual({ phase: 'Observed' }),
    );
  });

  it('takes up the new token after the old one was refused', async () => {
    const connection = server.connection({
      readToken: async () => ({ token: server.token }),
    });
    start(connection);
    await watching();
    server.token = 'rotated';
    server.dropWatches(widgetsPath);
    server.put(widgetsPath, widget('one', 'after'));
    await waitFor(() => expect(acme().one).toBe('after'));
    expect(reflector.availability).toEqual({ phase: 'Observed' });
  });

  it('takes an older version where the preferred one is not served', async () => {
    const other = await FakeApiServer.start();
    other.serve('/apis/example.com/v1beta1/widgets', widget('old', 'grey'));
    start(other.connection());
    await waitFor(() => expect(acme()).toEqual({ old: 'grey' }));
    await other.stop();
  });

  it('says that a kind is absent that was removed while it was watched', async () => {
    start();
    await watching();
    server.break(widgetsPath, (_, response) => sendStatus(response, 404, 'no'));
    server.dropWatches(widgetsPath);
    await waitFor(() =>
      expect(reflector.availability).toEqual({ phase: 'Absent' }),
    );
    expect(acme()).toEqual({});
  });

  it('says that a kind is absent, and finds it once it is installed', async () => {
    const other = await FakeApiServer.start();
    start(other.connection());
    await waitFor(() =>
      expect(reflector.availability).toEqual({ phase: 'Absent' }),
    );
    expect(other.requests).toEqual([]);
    other.serve(widgetsPath, widget('new', 'gold'));
    await waitFor(() => expect(acme()).toEqual({ new: 'gold' }));
    await other.stop();
  });

  it.each([
    [
      '403',
      'Forbidden',
      /ClusterRole: apiGroups: \["example.com"\], resources: \["widgets"\]/,
    ],
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

  it('keeps what it knew while the list fails, and says since when', async () => {
    const startedAt = new Date().toISOString();
    start();
    await watching();
    server.break(widgetsPath, (_, response) =>
      sendStatus(response, 500, 'etcd is away'),
    );
    server.dropWatches(widgetsPath);
    const { lastObservedAt } = await waitFor(() => failing());
    expect(lastObservedAt! >= startedAt).toBe(true);
    expect(lastObservedAt! <= new Date().toISOString()).toBe(true);
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
