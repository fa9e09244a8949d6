import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createAlertsClient } from './AlertsClient';

const url = 'http://alerts.test';
const { signal } = new AbortController();

describe('createAlertsClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const firing = async (api: 'prometheus' | 'alertmanager', body: unknown) => {
    const paths: string[] = [];
    server.use(
      http.get(`${url}/api/*`, ({ request }) => {
        paths.push(request.url.slice(url.length));
        return HttpResponse.json(body as object);
      }),
    );
    const headers = { Authorization: 'Bearer secret' };
    const options = { api, url, headers, timeoutMs: 1_000 };
    const answer = await createAlertsClient(options).firing(signal);
    return { ...answer, paths };
  };

  const labels = { alertname: 'A', namespace: 'n' };
  const alert = {
    labels,
    annotations: { summary: 's', odd: 7 },
    state: 'firing',
    activeAt: '2026-09-01T11:00:00.123456789Z',
  };
  const known = {
    labels,
    annotations: { summary: 's' },
    since: '2026-09-01T11:00:00.123Z',
  };
  const rules = (...alerts: object[]) => ({
    status: 'success',
    data: { alerts },
  });

  it('reads the alerts of Prometheus that fire', async () => {
    const pending = { ...alert, state: 'pending' };
    expect(await firing('prometheus', rules(pending, alert))).toEqual({
      alerts: [known],
      paths: ['/api/v1/alerts'],
    });
  });

  it('knows when a part of the servers did not answer', async () => {
    const body = { ...rules(), warnings: ['ruler-1 is down'] };
    expect(await firing('prometheus', body)).toMatchObject({
      alerts: [],
      partial: 'ruler-1 is down',
    });
  });

  it('reads those of Alertmanager that nobody silenced', async () => {
    const { activeAt, ...rest } = alert;
    const body = [{ ...rest, startsAt: activeAt }];
    expect(await firing('alertmanager', body)).toEqual({
      alerts: [known],
      paths: ['/api/v2/alerts?active=true&silenced=false&inhibited=false'],
    });
  });

  it.each([
    ['prometheus', null, 'something else than a result'],
    ['prometheus', rules('x' as never), 'answers without alerts'],
    ['prometheus', { status: 'success' }, 'answers without alerts'],
    ['prometheus', rules({ ...alert, activeAt: 'noon' }), 'has no time'],
    ['alertmanager', rules(alert), 'answers without alerts'],
    ['alertmanager', [alert], 'has no time'],
  ] as const)(
    'refuses what is no answer of %s: %j',
    async (api, body, message) => {
      await expect(firing(api, body)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining(message),
      });
    },
  );
});
