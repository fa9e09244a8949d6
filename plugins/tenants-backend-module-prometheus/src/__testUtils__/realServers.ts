import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A running server. */
export interface RealServer {
  url: string;
  close(): Promise<void>;
}

/** A kind of server, by the program that has to be on the path. */
export interface RealServerKind {
  program: string;
  /** Whether it has a rule whose alert fires where a participant is unhealthy. */
  alerts: boolean;
  /** Starts it with the given samples, in the OpenMetrics format. */
  start(openMetrics: string): Promise<RealServer>;
}

const startTimeoutMs = 20_000;

const configuration = {
  global: { evaluation_interval: '1s' },
  rule_files: ['rules.yml'],
};
const rules = {
  groups: [
    {
      name: 'test',
      rules: [
        {
          alert: 'Unhealthy',
          expr: 'min by (cluster, namespace) (daml_health_status) < 1',
          labels: { severity: 'critical' },
        },
      ],
    },
  ],
};

/**
 * `describe`, or a skipped one that says why where there is no such program.
 *
 * @throws Error on a CI machine, where there has to be one.
 */
export function describeWith(program: string): jest.Describe {
  if (!spawnSync(program, ['--version']).error) return describe;
  const message = `There is no "${program}" on the path`;
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`${message}: tests that ask a real one are skipped.\n`);
  return describe.skip;
}

export const prometheus: RealServerKind = {
  program: 'prometheus',
  alerts: true,
  async start(openMetrics) {
    const server = await startServer(
      prometheus.program,
      '/-/ready',
      ({ directory, address }) => {
        const path = (name: string) => join(directory, name);
        writeFileSync(path('prometheus.yml'), JSON.stringify(configuration));
        writeFileSync(path('rules.yml'), JSON.stringify(rules));
        writeFileSync(path('samples.txt'), openMetrics);
        const create = ['tsdb', 'create-blocks-from', 'openmetrics'];
        spawnSync('promtool', [...create, path('samples.txt'), path('data')]);
        return [
          `--config.file=${path('prometheus.yml')}`,
          `--storage.tsdb.path=${path('data')}`,
          '--storage.tsdb.retention.time=100y',
          `--web.listen-address=${address}`,
        ];
      },
    );
    await waitUntil(`${server.url}/api/v1/alerts`, text =>
      text.includes('"firing"'),
    );
    return server;
  },
};

export const victoriaMetrics: RealServerKind = {
  program: 'victoria-metrics',
  alerts: false,
  async start(openMetrics) {
    const server = await startServer(
      victoriaMetrics.program,
      '/health',
      ({ directory, address }) => [
        `-storageDataPath=${join(directory, 'data')}`,
        `-httpListenAddr=${address}`,
        '-retentionPeriod=100y',
        '-search.latencyOffset=0s',
      ],
    );
    const body = openMetrics.replace(/(\d+)$/gm, '$1000');
    const post = { method: 'POST', body };
    await fetch(`${server.url}/api/v1/import/prometheus`, post);
    await fetch(`${server.url}/internal/force_flush`);
    return server;
  },
};

async function startServer(
  program: string,
  readyPath: string,
  flagsFor: (place: { directory: string; address: string }) => string[],
): Promise<RealServer> {
  const directory = mkdtempSync(join(tmpdir(), `${program}-`));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, flagsFor({ directory, address }), {
    stdio: 'ignore',
  });
  const url = `http://${address}`;
  const close = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(directory, { recursive: true, force: true });
  };
  await waitUntil(`${url}${readyPath}`, () => true).catch(async error => {
    await close();
    throw error;
  });
  return { url, close };
}

async function waitUntil(
  url: string,
  isReady: (text: string) => boolean,
): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok && isReady(await response.text())) return;
    await setTimeout(100);
  }
  throw new Error(`${url} was not ready after ${startTimeoutMs} ms`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
