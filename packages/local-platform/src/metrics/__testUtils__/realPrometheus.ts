import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../__testUtils__/freePort';

const startTimeoutMs = 20_000;

/**
 * `describe`, or a skipped one that says why where there is no Prometheus to compare with.
 *
 * @throws Error on a CI machine, where there has to be one.
 */
export function describeWithPrometheus(): jest.Describe {
  if (!spawnSync('prometheus', ['--version']).error) return describe;
  const message = 'There is no "prometheus" on the path';
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`${message}: tests that compare with it are skipped.\n`);
  return describe.skip;
}

/** Writes samples in the OpenMetrics format into blocks of a Prometheus storage. */
export function backfill(directory: string, openMetrics: string): void {
  const file = join(directory, 'samples.txt');
  writeFileSync(file, openMetrics);
  const { status, stderr } = spawnSync('promtool', [
    'tsdb',
    'create-blocks-from',
    'openmetrics',
    file,
    join(directory, 'data'),
  ]);
  if (status !== 0) throw new Error(`promtool failed: ${stderr}`);
}

/** Starts the real Prometheus with the given configuration and further flags. */
export async function startPrometheus(
  directory: string,
  config: string,
  flags: string[] = [],
) {
  const port = await freePort();
  writeFileSync(join(directory, 'prometheus.yml'), config);
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(directory, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(directory, 'data')}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
      ...flags,
    ],
    { stdio: 'ignore' },
  );
  const close = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null) await once(child, 'exit');
  };
  const url = `http://127.0.0.1:${port}`;
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
