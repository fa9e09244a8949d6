/**
 * Measures what listing a cluster anew costs, judging everything included: the longest pause of
 * everything else, and the memory for what is kept.
 *
 *     yarn measure:relist [number of pods]
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createKubernetesSource } from '../src/createKubernetesSource';

const pods = Number(process.argv[2] ?? 25_000);
const podsInNamespace = 25;
const rounds = 5;
/** For judging, after the last page has been sent. */
const settleMs = 2_000;

async function main(): Promise<void> {
  const worker = new Worker(resolve(__dirname, 'podServer.js'), {
    workerData: { pods, podsInNamespace },
  });
  const [{ port, bytes }] = await once(worker, 'message');
  const heapBefore = await heapBytes();
  const controller = new AbortController();
  const running = observe(port, controller.signal);
  await once(worker, 'message');
  await delay(settleMs);
  const keptBytes = (await heapBytes()) - heapBefore;
  print(`${pods} pods of ${Math.round(bytes / pods)} bytes`);
  print(`memory for 1,000: ${Math.round(keptBytes / pods)} kB`);
  for (let round = 1; round <= rounds; round++) {
    print(`relist ${round}: ${await relist(worker)}`);
  }
  controller.abort();
  await running;
  await worker.terminate();
}

/** Runs the source for as many tenants as there are namespaces. */
function observe(port: number, signal: AbortSignal): Promise<void> {
  const bindings = new Map(
    Array.from({ length: pods / podsInNamespace }, (_, index) => {
      const tenant = `client-${index}`;
      return [tenant, bindingOf(tenant)];
    }),
  );
  const connection = {
    name: 'devnet',
    url: `http://127.0.0.1:${port}`,
    token: 'any',
    skipTlsVerify: false,
  };
  const source = createKubernetesSource({
    connections: new Map([['devnet', connection]]),
    logger: console as unknown as LoggerService,
  });
  return source.run({
    bindings: { current: () => bindings, onChange() {} },
    sink: { report() {}, reportConnectivity() {} },
    signal,
  });
}

function bindingOf(tenant: string): TenantBinding {
  return {
    tenant,
    environment: 'devnet',
    order: 1,
    cluster: 'devnet',
    namespace: `${tenant}-devnet`,
    application: {
      engine: 'argocd',
      cluster: 'hub',
      namespace: 'argocd',
      name: tenant,
    },
    metricMatchers: {},
    repositoryPath: '',
    owner: `group:default/${tenant}`,
    suspended: false,
    components: [
      { name: 'all', title: 'All', type: 'all', objects: ['Pod/*'] },
    ],
  };
}

/** Has the server forget where the watch was; tells how long everything else waited. */
async function relist(worker: Worker): Promise<string> {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const startedAt = performance.now();
  worker.postMessage('forget');
  await once(worker, 'message');
  const seconds = (performance.now() - startedAt) / 1_000;
  await delay(settleMs);
  pauses.disable();
  const inMs = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  return `${seconds.toFixed(1)} s; longest pause ${inMs(
    pauses.max,
  )} ms, 99 of 100 below ${inMs(pauses.percentile(99))} ms`;
}

async function heapBytes(): Promise<number> {
  global.gc?.();
  await delay(200);
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
