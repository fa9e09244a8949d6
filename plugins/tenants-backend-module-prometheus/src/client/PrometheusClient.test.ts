import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createPrometheusClient } from './PrometheusClient';

const url = 'http://prometheus.test/prefix';
const signal = new AbortController().signal;

describe('createPrometheusClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const client = createPrometheusClient({
    url,
    headers: { 'X-Scope-OrgID': 'naas', Authorization: 'Bearer secret' },
    timeoutMs: 200,
  });

  const answer = (response: () => Response | Promise<Response>) =>
    server.use(http.post(`${url}/api/v1/query`, response));
  const answerJson = (body: object, status = 200) =>
    answer(() => HttpResponse.json(body, { status }));

  it('sends the query in a form, with the configured headers', async () => {
    const requests: Request[] = [];
    server.use(
      http.post(`${url}/api/v1/query`, ({ request }) => {
        requests.push(request.clone() as unknown as Request);
        return HttpResponse.json(vector([]));
      }),
    );
    expect(await client.query('up{a="&"}', signal)).toEqual({ elements: [] });
    expect(requests[0].headers.get('x-scope-orgid')).toBe('naas');
    expect(await requests[0].text()).toBe('query=up%7Ba%3D%22%26%22%7D');
  });

  it('leaves out what is no finite number', async () => {
    answerJson(
      vector([
        { metric: { a: '1' }, value: [1, '2.5'] },
        { metric: { a: '2' }, value: [1, 'NaN'] },
        { metric: { a: '3' }, value: [1, '+Inf'] },
        { metric: { a: '4' }, value: [1, ''] },
        { metric: { a: '5' }, value: [1, '0'] },
      ]),
    );
    expect(await client.query('up', signal)).toEqual({
      elements: [
        { labels: { a: '1' }, value: 2.5 },
        { labels: { a: '5' }, value: 0 },
      ],
    });
  });

  it('reads the series of a range', async () => {
    let form = '';
    server.use(
      http.post(`${url}/api/v1/query_range`, async ({ request }) => {
        form = await request.text();
        const values = [
          [0, '1'],
          [30, 'NaN'],
        ];
        const result = [{ metric: { pod: 'a' }, values }];
        const data = { resultType: 'matrix', result };
        return HttpResponse.json({ status: 'success', data });
      }),
    );
    const range = { start: 0, end: 60, step: 30 };
    expect(await client.queryRange('up', range, signal)).toEqual([
      { labels: { pod: 'a' }, points: [[0, 1]] },
    ]);
    expect(form).toBe('query=up&start=0&end=60&step=30');
  });

  it.each([
    [{ warnings: ['No StoreAPIs matched\n'] }, 'No StoreAPIs matched'],
    [{ warnings: [''] }, 'no reason given'],
    [{ isPartial: true }, 'a storage node did not answer'],
    [{ isPartial: false, warnings: [] }, undefined],
    [{ warnings: ['PromQL warning: x', 'PromQL info: y'] }, undefined],
  ])('knows that an answer with %j is partial: %s', async (part, partial) => {
    answerJson({ ...vector([]), ...part });
    const answered = await client.query('up', signal);
    expect(answered.partial).toBe(partial);
  });

  it.each([
    ['execution', 422],
    ['bad_data', 400],
    ['422', 422],
  ])(
    'says when the server refuses the query as %s',
    async (errorType, status) => {
      const error = 'many-to-many matching';
      answerJson({ status: 'error', errorType, error }, status);
      await expect(client.query('up', signal)).rejects.toMatchObject({
        name: 'QueryRefusedError',
        message: 'Prometheus refuses the query: many-to-many matching',
      });
    },
  );

  it.each([
    ['the status 500', () => new HttpResponse('no', { status: 500 })],
    ['the status 400', () => new HttpResponse('bad', { status: 400 })],
    ['the status 401', () => new HttpResponse('secret', { status: 401 })],
    ['something else than a result', () => new HttpResponse('<html>')],
    ['something else than a result', () => new HttpResponse('')],
    ['something else than a result', () => HttpResponse.json(null)],
    ['something else than a result', () => HttpResponse.json({ data: [] })],
    [
      'something else than a result',
      () => HttpResponse.json({ status: 'error' }),
    ],
    ['no vector', () => HttpResponse.json({ status: 'success' })],
    ['no vector', () => json({ resultType: 'scalar', result: [1, '1'] })],
    ['a list is missing', () => json({ resultType: 'vector', result: {} })],
    ['is no object', () => json({ resultType: 'vector', result: [1] })],
    [
      'are no texts',
      () => HttpResponse.json(vector([{ metric: { a: 1 }, value: [1, '1'] }])),
    ],
    [
      'no pair of time and text',
      () => HttpResponse.json(vector([{ metric: {}, value: [1, 1] }])),
    ],
    [
      'Failed to fetch',
      () => HttpResponse.redirect('http://elsewhere.test/api/v1/query'),
    ],
    ['Failed to fetch', () => HttpResponse.error()],
  ])('cannot be asked when it answers with: %s', async (message, response) => {
    answer(response);
    const failure = client.query('up', signal).catch(error => error);
    expect((await failure).name).toBe('ServiceUnavailableError');
    expect((await failure).message).toContain(message);
    expect((await failure).message).not.toContain('secret');
  });

  it('gives up after the timeout', async () => {
    answer(async () => {
      await delay(1_000);
      return HttpResponse.json(vector([]));
    });
    await expect(client.query('up', signal)).rejects.toThrow(
      'Prometheus did not answer within 0.2 s.',
    );
  });

  it('gives up when the caller does', async () => {
    answer(async () => {
      await delay(1_000);
      return HttpResponse.json(vector([]));
    });
    const aborted = AbortSignal.abort();
    await expect(client.query('up', aborted)).rejects.toThrow('aborted');
  });
});

function vector(result: object[]) {
  return { status: 'success', data: { resultType: 'vector', result } };
}

function json(data: object) {
  return HttpResponse.json({ status: 'success', data });
}
