import { mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { bindingOf, bindingsView, mockSink } from './__testUtils__/bindings';
import { metricOf } from './__testUtils__/metrics';
import { connectServers } from './servers';
import { createPrometheusStatusSource } from './status/createPrometheusStatusSource';

const well = bindingOf('well-01', 'devnet');
const lost = bindingOf('lost-02', 'testnet');
const success = (result: unknown) =>
  JSON.stringify({
    status: 'success',
    data: { resultType: 'vector', result },
  });

/** What a server does wrong, and what is said about it. */
const faults: [string, RequestListener, string][] = [
  ['hangs', () => {}, 'did not answer within 1 s'],
  [
    'drips',
    (_request, response) => {
      response.write('{"status":');
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    },
    'did not answer within 1 s',
  ],
  [
    'answers 500',
    (_request, response) => response.writeHead(500).end('secret'),
    'the status 500',
  ],
  ['answers nothing', (_request, response) => response.end(), 'something else'],
  [
    'answers a page',
    (_request, response) => response.end('<html>secret</html>'),
    'something else than a result',
  ],
  [
    'breaks off',
    (_request, response) => {
      response.write('{"status":"succ');
      setImmediate(() => response.destroy());
    },
    'cannot be asked',
  ],
  [
    'answers other types',
    (_request, response) =>
      response.end(success([{ metric: [], value: [1, '1'] }])),
    'the labels are no texts',
  ],
  [
    'answers without an end',
    (_request, response) => {
      const part = ' '.repeat(1024 * 1024);
      const write = () => {
        while (!response.destroyed && response.write(part));
      };
      response.on('drain', write);
      write();
    },
    'larger than 16777216 bytes',
  ],
  [
    'leads elsewhere',
    (_request, response) =>
      response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
    'cannot be asked',
  ],
];

describe('a metrics server that', () => {
  const started: Server[] = [];

  async function start(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    started.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  afterEach(() => {
    for (const server of started.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it.each(faults)(
    '%s costs nobody else anything',
    async (_what, fault, message) => {
      const labels = well.metricMatchers;
      const value = success([{ metric: labels, value: [1, '3'] }]);
      const servers = connectServers(
        [
          {
            name: 'good',
            url: await start((_request, response) => response.end(value)),
            headers: {},
            clusters: ['devnet'],
          },
          { name: 'bad', url: await start(fault), headers: {} },
        ],
        1_000,
      );
      const sink = mockSink();
      const controller = new AbortController();
      const both = new Promise<void>(resolve => {
        sink.reportConnectivity.mockImplementation(() => {
          if (sink.reportConnectivity.mock.calls.length === 2) resolve();
        });
      });
      const running = createPrometheusStatusSource({
        servers,
        metrics: [metricOf('ledger-lag'), metricOf('participant-health')],
        severities: new Map(),
        maximumAgeSeconds: 180,
        intervalMs: 30_000,
        logger: mockServices.logger.mock(),
      }).run({
        bindings: bindingsView(well, lost).view,
        sink,
        signal: controller.signal,
      });
      await both;
      controller.abort();
      await running;

      expect(sink.report.mock.calls.map(([{ tenant }]) => tenant)).toEqual([
        'well-01',
      ]);
      const [[report]] = sink.reportConnectivity.mock.calls.filter(
        ([{ connected }]) => !connected,
      );
      expect(report).toMatchObject({
        server: 'prometheus/bad',
        message: expect.stringContaining(message),
      });
      expect(report.message).not.toContain('secret');
    },
  );
});
