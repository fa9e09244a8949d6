import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { createHmac } from 'node:crypto';
import eventsModuleGitea from '.';

const secret = 'webhook-secret-1234';
const body = '{"ref":"refs/heads/main"}';

function sign(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

describe('webhooks of Gitea', () => {
  const events = mockServices.events.mock();
  let backend: TestBackend;

  afterEach(async () => {
    await backend.stop();
    jest.resetAllMocks();
  });

  async function start(settings: object): Promise<void> {
    backend = await startTestBackend({
      features: [
        eventsPlugin,
        eventsModuleGitea,
        events.factory,
        mockServices.rootConfig.factory({ data: { events: settings } }),
      ],
    });
  }

  function deliver(signature?: string, text = body): Promise<Response> {
    const url = `http://localhost:${backend.server.port()}/api/events/http/gitea`;
    return fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(signature !== undefined && { 'X-Gitea-Signature': signature }),
      },
      body: text,
    });
  }

  const withSecret = { modules: { gitea: { webhookSecret: secret } } };

  it('are published when they are signed with the secret', async () => {
    await start(withSecret);
    const response = await deliver(sign(body, secret));
    expect(response.status).toBe(202);
    expect(events.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        topic: 'gitea',
        eventPayload: { ref: 'refs/heads/main' },
      }),
    );
  });

  it.each([
    ['unsigned', undefined, body],
    ['signed with nothing', '', body],
    ['signed with another secret', sign(body, 'another'), body],
    ['changed after they were signed', sign(body, secret), `${body} `],
  ])('do nothing when they are %s', async (_, signature, text) => {
    await start(withSecret);
    const response = await deliver(signature, text);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain(secret);
    expect(events.publish).not.toHaveBeenCalled();
  });

  it('are refused without a secret, even where the topic is open to all', async () => {
    await start({ http: { topics: ['gitea'] } });
    for (const signature of [undefined, '', sign(body, '')]) {
      expect((await deliver(signature)).status).toBe(403);
    }
    expect(events.publish).not.toHaveBeenCalled();
  });
});
