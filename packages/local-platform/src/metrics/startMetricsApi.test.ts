import { FaultBoard } from '../faults';
import { LoopbackServer } from '../listenOnLoopback';
import { healthyEnvironment, worldOf } from './__testUtils__/world';
import { startMetricsApi } from './startMetricsApi';

const now = Date.parse('2026-09-01T12:00:00Z');
const up = {
  __name__: 'up',
  cluster: 'devnet',
  instance: expect.stringMatching(/^10\.\d+\.\d+\.\d+:10013$/),
  job: 'participant',
  namespace: 'acme-01-devnet',
  pod: 'participant-7c9f',
};

describe('startMetricsApi', () => {
  const logger = { info() {}, warn() {}, error: jest.fn() };
  let faults: FaultBoard;
  let api: LoopbackServer;

  beforeEach(async () => {
    logger.error.mockReset();
    faults = new FaultBoard();
    api = await startMetricsApi({
      port: 0,
      world: worldOf(healthyEnvironment('acme-01', 'devnet')),
      faults,
      now: () => now,
      logger,
    });
  });

  afterEach(() => api.close());

  async function get(path: string, init?: RequestInit) {
    const response = await fetch(`${api.url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  const query = (text: string) =>
    get(`/api/v1/query?query=${encodeURIComponent(text)}`);

  it('answers an instant query', async () => {
    expect(await query('up{job="participant"}')).toEqual({
      status: 200,
      body: {
        status: 'success',
        data: {
          resultType: 'vector',
          result: [{ metric: up, value: [now / 1000, '1'] }],
        },
      },
    });
  });

  it('answers scalars and texts', async () => {
    const results = await Promise.all(['1e21', '1e-9', '"text"'].map(query));
    expect(results.map(({ body }) => body.data)).toEqual([
      { resultType: 'scalar', result: [now / 1000, '1000000000000000000000'] },
      { resultType: 'scalar', result: [now / 1000, '0.000000001'] },
      { resultType: 'string', result: [now / 1000, 'text'] },
    ]);
  });

  it('answers a range query in the form of a POST', async () => {
    const start = now / 1000 - 60;
    const answer = await get('/api/v1/query_range', {
      method: 'POST',
      body: new URLSearchParams({
        query: 'sum(up)',
        start: String(start),
        end: new Date(now).toISOString(),
        step: '30s',
      }),
    });
    expect(answer.body.data).toEqual({
      resultType: 'matrix',
      result: [
        {
          metric: {},
          values: [
            [start, '3'],
            [start + 30, '3'],
            [start + 60, '3'],
          ],
        },
      ],
    });
  });

  it.each([
    ['query', {}, 400, 'bad_data', 'the parameter "query" is missing'],
    ['query', { query: 'up{' }, 400, 'bad_data', 'parse error'],
    ['query', { query: 'sort(up)' }, 400, 'bad_data', 'the function "sort"'],
    ['query', { query: 'up', time: 'x' }, 400, 'bad_data', '"time"'],
    ['query', { query: 'up', timeout: '-1s' }, 400, 'bad_data', '"timeout"'],
    [
      'query',
      { query: 'up + on(job) up{job!=""} * on() up' },
      422,
      'execution',
      'several series',
    ],
    [
      'query_range',
      { query: 'up', start: 2, end: 1, step: 1 },
      400,
      'bad_data',
      'before the start',
    ],
    [
      'query_range',
      { query: 'up', start: 1, end: 2, step: 0 },
      400,
      'bad_data',
      '"step"',
    ],
    [
      'query_range',
      { query: 'up', start: 0, end: 11_001, step: 1 },
      400,
      'bad_data',
      'more than 11000 steps',
    ],
    [
      'query_range',
      { query: 'up[5m]', start: 0, end: 1, step: 1 },
      400,
      'bad_data',
      'not a matrix',
    ],
    ['series', {}, 400, 'bad_data', '"match[]" is missing'],
    [
      'series',
      { 'match[]': 'sum(up)' },
      400,
      'bad_data',
      'not a series selector',
    ],
    ['labels', { limit: 'x' }, 400, 'bad_data', '"limit"'],
    ['label/a-b/values', {}, 400, 'bad_data', '"a-b" is no label name'],
    ['nothing', {}, 404, 'not_found', '/api/v1/nothing'],
  ])(
    'refuses %s with %j',
    async (path, parameters, status, errorType, error) => {
      const pairs = Object.entries(parameters).map(([k, v]) => [k, String(v)]);
      const answer = await get(`/api/v1/${path}?${new URLSearchParams(pairs)}`);
      expect(answer).toEqual({
        status,
        body: {
          status: 'error',
          errorType,
          error: expect.stringContaining(error),
        },
      });
      expect(logger.error).not.toHaveBeenCalled();
    },
  );

  it('refuses a body that is too large', async () => {
    const body = new URLSearchParams({ query: 'x'.repeat(70_000) });
    const answer = await get('/api/v1/query', { method: 'POST', body });
    expect([answer.status, answer.body.errorType]).toEqual([400, 'bad_data']);
  });

  it('lists series, labels, values and metadata', async () => {
    const match = encodeURIComponent('up{job="participant"}');
    const paths = [
      `series?match[]=${match}&match[]=${match}`,
      `labels?match[]=${match}`,
      'label/job/values?limit=2',
      'metadata?metric=up',
    ];
    const answers = await Promise.all(
      paths.map(path => get(`/api/v1/${path}`)),
    );
    expect(answers.map(({ body }) => body.data)).toEqual([
      [up],
      ['__name__', 'cluster', 'instance', 'job', 'namespace', 'pod'],
      ['cert-manager', 'kube-state-metrics'],
      { up: [{ type: 'gauge', help: expect.any(String), unit: '' }] },
    ]);
  });

  it('lists no series of a time in which there was none', async () => {
    const { body } = await get('/api/v1/labels?start=0&end=1000');
    expect(body.data).toEqual([]);
  });

  it('fires the shipped alerts where something is wrong', async () => {
    const target = 'acme-01/devnet';
    faults.switchOn({ name: 'lost-sequencers', target });
    faults.switchOn({ name: 'unhealthy-automation', target });
    faults.switchOn({ name: 'lagging-ledger', target });
    const { body } = await get('/api/v1/alerts');
    const firing = body.data.alerts.filter(
      ({ state }: { state: string }) => state === 'firing',
    );
    expect(
      firing.map((alert: { labels: Record<string, string> }) => [
        alert.labels.alertname,
        alert.labels.namespace,
      ]),
    ).toEqual([
      ['LedgerCatchingUp', 'acme-01-devnet'],
      ['LedgerLagging', 'acme-01-devnet'],
      ['ValidatorAutomationUnhealthy', 'acme-01-devnet'],
      ['TooFewSequencers', 'acme-01-devnet'],
    ]);
    expect(firing[1].annotations).toEqual({
      summary: expect.stringMatching(/is 10m \d+s old\.$/),
      runbook: 'ledger-lag',
    });
  });

  it('answers nothing, or half of it, while the faults say so', async () => {
    faults.switchOn({ name: 'empty-metrics', target: 'metrics' });
    expect((await query('up')).body.data.result).toEqual([]);
    expect((await get('/api/v1/alerts')).body.data.alerts).toEqual([]);
    faults.switchOn({ name: 'malformed-metrics', target: 'metrics' });
    await expect(query('up')).rejects.toThrow('JSON');
  });

  it('has no alerts and no rules, and says what it is', async () => {
    const paths = ['alerts', 'rules', 'status/buildinfo'];
    const answers = await Promise.all(
      paths.map(path => get(`/api/v1/${path}`)),
    );
    expect(answers.map(({ body }) => body.data)).toEqual([
      { alerts: [] },
      { groups: [] },
      expect.objectContaining({ revision: 'simulated' }),
    ]);
  });

  it('exposes one cluster as text, and no other', async () => {
    const { body } = await get('/metrics/devnet');
    expect(body).toContain('# TYPE up gauge\nup{cluster="devnet",');
    expect((await get('/metrics/mainnet')).status).toBe(404);
  });

  it('fails while metrics fail, and stays alive', async () => {
    faults.switchOn({ name: 'failing-metrics', target: 'metrics' });
    const answer = await query('up');
    expect([answer.status, answer.body.errorType]).toEqual([500, 'internal']);
    expect((await get('/-/healthy')).status).toBe(200);
    expect((await get('/-/ready')).status).toBe(200);

    faults.switchOff({ name: 'failing-metrics', target: 'metrics' });
    expect((await query('up')).status).toBe(200);
  });

  it('lets slow metrics wait, but not when it closes', async () => {
    faults.switchOn({ name: 'slow-metrics', target: 'metrics' });
    const signal = AbortSignal.timeout(300);
    await expect(get('/api/v1/query?query=up', { signal })).rejects.toThrow(
      'timeout',
    );
    const waiting = query('up').catch(() => 'closed');
    await api.close();
    expect(await waiting).toBe('closed');
    api = { url: '', close: async () => {} };
  });

  it('rejects when the port is taken', async () => {
    await expect(
      startMetricsApi({
        port: Number(new URL(api.url).port),
        world: worldOf(),
        faults,
        logger,
      }),
    ).rejects.toThrow('EADDRINUSE');
  });
});
