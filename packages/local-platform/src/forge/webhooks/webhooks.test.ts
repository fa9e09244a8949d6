import { createHmac } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  create,
  end,
  openPullRequest,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

const secret = 'webhook-secret-1234';

interface Delivery {
  headers: IncomingHttpHeaders;
  body: string;
  // The tests assert the shape of what they receive.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any;
}

describe('webhooks', () => {
  let forge: TestForge;
  let receiver: Server;
  let url: string;
  let status: number;
  let deliveries: Delivery[];
  let arrivals: EventEmitter;

  beforeEach(async () => {
    deliveries = [];
    status = 204;
    arrivals = new EventEmitter();
    receiver = createServer(async (request, response) => {
      const body = await text(request);
      deliveries.push({
        headers: request.headers,
        body,
        json: JSON.parse(body),
      });
      response.writeHead(status).end();
      arrivals.emit('delivery');
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    forge = await startTestForge();
  });

  afterEach(async () => {
    await end(forge);
    receiver.close();
    receiver.closeAllConnections();
  });

  const addHook = (overrides: object = {}) =>
    forge.api('/hooks', {
      body: {
        type: 'gitea',
        active: true,
        events: ['push', 'pull_request'],
        config: { url, content_type: 'json', secret },
        ...overrides,
      },
    });

  async function deliveriesUpTo(count: number): Promise<Delivery[]> {
    while (deliveries.length < count) {
      await once(arrivals, 'delivery');
    }
    return deliveries;
  }

  it('creates, lists, reads and deletes hooks, and never tells the secret', async () => {
    const created = await addHook();
    const { id } = created.json;
    const listed = await forge.api('/hooks');
    const read = await forge.api(`/hooks/${id}`);

    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({
      type: 'gitea',
      active: true,
      config: { url, content_type: 'json' },
      events: ['push', 'pull_request'],
    });
    expect(listed.json).toEqual([created.json]);
    expect(read.json).toEqual(created.json);
    expect(created.text + listed.text).not.toContain(secret);
    const remove = () => forge.api(`/hooks/${id}`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });

  it.each([
    [{ type: 'slack' }, '[type]'],
    [{ events: ['release'] }, '[events.0]'],
    [{ config: { url: 'file:///x', content_type: 'json' } }, '[config.url]'],
    [{ config: { content_type: 'json' } }, '[config.url]'],
  ])('refuses the hook %j', async (overrides, message) => {
    const { status: answered, json } = await addHook(overrides);

    expect(answered).toBe(422);
    expect(json.message).toContain(message);
  });

  it('delivers a signed push in the format of Gitea', async () => {
    await addHook();

    await forge.api('/contents', {
      body: { message: 'Add a file', files: [create('new.yaml', 'a: 1\n')] },
    });
    const [{ headers, body, json }] = await deliveriesUpTo(1);

    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-gitea-event': 'push',
      'x-gitea-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-gitea-signature': createHmac('sha256', secret)
        .update(body)
        .digest('hex'),
    });
    const { before, after } = forge.pushes[0];
    expect(json).toMatchObject({
      ref: 'refs/heads/main',
      before,
      after,
      total_commits: 1,
      commits: [
        {
          id: after,
          message: 'Add a file\n',
          added: ['new.yaml'],
          removed: [],
          modified: [],
        },
      ],
      head_commit: { id: after },
      repository: { full_name: 'platform/gitops', default_branch: 'main' },
      pusher: { login: 'portal' },
      sender: { login: 'portal' },
    });
  });

  it('delivers what happens to a pull request, and the push of its merge', async () => {
    await addHook();
    const number = await openPullRequest(forge, { branch: 'one' });
    await forge.api(`/pulls/${number}/merge`, { body: { Do: 'merge' } });

    const all = await deliveriesUpTo(4);

    const summaries = all.map(({ headers, json }) => [
      headers['x-gitea-event'],
      json.ref ?? json.action,
    ]);
    expect(summaries).toEqual([
      ['push', 'refs/heads/one'],
      ['pull_request', 'opened'],
      ['pull_request', 'closed'],
      ['push', 'refs/heads/main'],
    ]);
    expect(all[0].json.commits).toHaveLength(1);
    expect(all[2].json.pull_request).toMatchObject({ number, merged: true });
    expect(all[3].json.commits).toHaveLength(2);
  });

  it('delivers to configured hooks only the events they ask for', async () => {
    const { dataDirectory } = forge;
    await forge.close();
    forge = await startTestForge({
      dataDirectory,
      webhooks: [{ url, events: ['pull_request'] }],
    });

    await openPullRequest(forge, { branch: 'one' });
    const [{ headers, json }] = await deliveriesUpTo(1);

    expect(json.action).toBe('opened');
    expect(headers['x-gitea-signature']).toBe('');
    expect((await forge.api('/hooks')).json).toEqual([]);
  });

  it('warns of a receiver that fails, without telling the address, and goes on', async () => {
    await addHook({
      config: { url: `${url}?key=hidden`, content_type: 'json' },
    });
    status = 500;

    await forge.api('/contents', { body: { files: [create('one', '1')] } });
    await forge.api('/contents', { body: { files: [create('two', '2')] } });
    await deliveriesUpTo(2);
    await forge.close();

    expect(forge.warnings[0]).toContain('push webhook did not reach');
    expect(forge.warnings.join()).not.toContain('hidden');
    forge = await forge.restart();
  });

  it('does not follow a redirect to somewhere else', async () => {
    await addHook();
    status = 302;

    await forge.api('/contents', { body: { files: [create('one', '1')] } });

    expect(await deliveriesUpTo(1)).toHaveLength(1);
  });

  it('does not deliver to a hook that is switched off', async () => {
    await addHook({
      active: false,
      config: { url: `${url}/off`, content_type: 'json' },
    });
    await addHook();

    await forge.api('/contents', { body: { files: [create('one', '1')] } });
    await deliveriesUpTo(1);
    await forge.close();

    expect(deliveries).toHaveLength(1);
    forge = await forge.restart();
  });
});
