import { ApiClient } from '../../__testUtils__/ApiClient';
import {
  startTestServer,
  TestServer,
} from '../../__testUtils__/startTestServer';
import { LogQuery } from './ContainerLogs';

const path = '/api/v1/namespaces/acme-01-devnet/pods/participant-0/log';
const start = Date.parse('2026-03-01T12:00:00Z');
const line = (second: number, text: string) => ({
  time: new Date(start + second * 1000),
  text,
});

describe('the log of a container', () => {
  const asked: LogQuery[] = [];
  let lines = [line(0, 'one'), line(10, 'two'), line(20, 'three')];
  let server: TestServer;
  let client: ApiClient;

  beforeAll(async () => {
    server = await startTestServer({
      now: () => new Date(start + 30_000),
      logs: query => {
        asked.push(query);
        return lines;
      },
    });
    client = new ApiClient(server);
    server.store.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'participant-0', namespace: 'acme-01-devnet' },
      spec: {
        initContainers: [{ name: 'init' }],
        containers: [{ name: 'participant' }, { name: 'proxy' }],
      },
    });
  });

  afterAll(() => server?.close());

  it.each([
    ['', 'one\ntwo\nthree\n'],
    ['&tailLines=1', 'three\n'],
    ['&tailLines=0', ''],
    ['&sinceSeconds=20', 'two\nthree\n'],
    ['&sinceTime=2026-03-01T12:00:15Z', 'three\n'],
    ['&tailLines=1&timestamps=true', '2026-03-01T12:00:20.000Z three\n'],
  ])('is read with "%s"', async (query, expected) => {
    const answer = await client.send(`${path}?container=proxy${query}`);
    expect(answer.headers['content-type']).toBe('text/plain');
    expect(answer.body).toBe(expected);
  });

  it('is that of the container and the run that are asked for', async () => {
    await client.send(`${path}?container=init&previous=true`);
    expect(asked.at(-1)).toMatchObject({
      pod: { metadata: { name: 'participant-0' } },
      container: 'init',
      previous: true,
    });
  });

  it.each([
    '',
    '?container=other',
    '?container=proxy&tailLines=x',
    '?container=proxy&sinceTime=x',
  ])('is refused with "%s"', async query => {
    expect((await client.send(`${path}${query}`)).status).toBe(400);
  });

  it('is followed until the pod is gone', async () => {
    const rows = await client.lines(
      `${path}?container=proxy&follow=true&tailLines=1`,
    );
    expect((await rows.next()).value).toBe('three');
    lines = [...lines, line(25, 'four')];
    expect((await rows.next()).value).toBe('four');
    server.store.delete({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'acme-01-devnet',
      name: 'participant-0',
    });
    expect((await rows.next()).done).toBe(true);
  });
});
