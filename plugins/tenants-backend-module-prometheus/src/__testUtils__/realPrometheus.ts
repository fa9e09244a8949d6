import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const startTimeoutMs = 20_000;

/**
 * `describe`, or a skipped one that says why where there is no Prometheus to ask.
 *
 * @throws Error on a CI machine, where there has to be one.
 */
export function describeWithPrometheus(): jest.Describe {
  if (!spawnSync('prometheus', ['--version']).error) return describe;
  const message = 'There is no "prometheus" on the path';
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`${message}: tests that ask a real one are skipped.\n`);
  return describe.skip;
}

/** Starts a real Prometheus that has the given samples, in the OpenMetrics format. */
export async function startPrometheus(openMetrics: string) {
  const directory = mkdtempSync(join(tmpdir(), 'prometheus-'));
  const path = (name: string) => join(directory, name);
  writeFileSync(path('prometheus.yml'), '{}');
  writeFileSync(path('samples.txt'), openMetrics);
  const create = ['tsdb', 'create-blocks-from', 'openmetrics'];
  spawnSync('promtool', [...create, path('samples.txt'), path('data')]);
  const port = await freePort();
  const child = spawn(
    'prometheus',
    [
      `--config.file=${path('prometheus.yml')}`,
      `--storage.tsdb.path=${path('data')}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}`;
  const close = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(directory, { recursive: true, force: true });
  };
  await waitUntilReady(url).catch(async error => {
    await close();
    throw error;
  });
  return { url, close };
}

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (response?.ok) return;
    await setTimeout(100);
  }
  throw new Error(`Prometheus was not ready after ${startTimeoutMs} ms`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
