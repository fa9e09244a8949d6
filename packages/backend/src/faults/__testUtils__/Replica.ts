import { JsonObject } from '@backstage/types';
import { TenantsClient } from '@tenantry/plugin-tenants-common';
import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { promises as fs } from 'node:fs';
import { createServer, AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from './FaultWorld';

/** Only for portals on loopback that show nothing but the sample. */
const token = 'faults-token-faults-token';
const startTimeoutMs = 60_000;

/** A portal in a process of its own, with the waits of production. */
export class Replica {
  readonly #process: ChildProcess;
  readonly tenants: TenantsClient;

  private constructor(child: ChildProcess, url: string) {
    this.#process = child;
    this.tenants = new TenantsClient({
      discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { Authorization: `Bearer ${token}` },
          }),
      },
    });
  }

  /** Resolves once it answers. */
  static async start(directory: string, config: JsonObject): Promise<Replica> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const file = join(directory, `replica-${port}.json`);
    await fs.writeFile(file, JSON.stringify(ofReplica(config, url, port)));
    const child = fork(
      require.resolve('./replicaMain.ts'),
      ['--config', file],
      {
        env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    await eventually(async () => {
      const { ok } = await fetch(`${url}/.backstage/health/v1/readiness`);
      if (!ok) {
        throw new Error('The replica does not start.');
      }
    }, startTimeoutMs);
    return new Replica(child, url);
  }

  /** It does not get to hand anything over. */
  async kill(): Promise<void> {
    if (this.#process.exitCode === null && !this.#process.killed) {
      const exited = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exited;
    }
  }
}

function ofReplica(config: JsonObject, baseUrl: string, port: number) {
  return {
    ...config,
    app: { baseUrl },
    backend: {
      ...(config.backend as JsonObject),
      baseUrl,
      listen: { host: '127.0.0.1', port },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'faults' } },
        ],
      },
    },
    permission: { enabled: true },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
