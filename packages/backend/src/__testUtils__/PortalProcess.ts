import { JsonObject } from '@backstage/types';
import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { promises as fs } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const repositoryRoot = resolve(__dirname, '../../../..');

const timeoutMs = 90_000;
const pollMs = 200;

/** Where a portal listens, on loopback. */
export interface PortalPlace {
  url: string;
  port: number;
}

export interface PortalProcessOptions {
  place: PortalPlace;
  /** Module that it runs. */
  main: string;
  /** Where its configuration is written to. */
  directory: string;
  /** Files of configuration that come first. */
  configFiles?: string[];
  config: JsonObject;
  env: Readonly<Record<string, string>>;
}

/** A portal in a process of its own, with everything that it writes. */
export class PortalProcess {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #output: string[] = [];

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#process = child;
    child.stdout?.on('data', chunk => this.#output.push(String(chunk)));
    child.stderr?.on('data', chunk => this.#output.push(String(chunk)));
  }

  /** Does not wait until it answers. */
  static async spawn(options: PortalProcessOptions): Promise<PortalProcess> {
    const { place, directory, configFiles = [], config, env } = options;
    const file = join(directory, `portal-${place.port}.json`);
    await fs.writeFile(file, JSON.stringify(config));
    const child = fork(
      options.main,
      [...configFiles, file].flatMap(path => ['--config', path]),
      {
        // Locations of files in the configuration are relative to it.
        cwd: repositoryRoot,
        env: { ...process.env, NODE_ENV: 'production', ...env },
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    return new PortalProcess(place.url, child);
  }

  /** @throws Error with what it wrote when it does not answer in time; it is ended then. */
  async ready(): Promise<void> {
    try {
      await this.until(() => this.#answers());
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** Everything that it wrote so far. */
  get output(): string {
    return this.#output.join('');
  }

  /** @throws Error with what it wrote when that is not so in time, or it has ended. */
  async until(isReached: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!(await isReached())) {
      if (Date.now() > deadline || this.#hasEnded) {
        throw new Error(`The portal does not get that far.\n${this.output}`);
      }
      await sleep(pollMs);
    }
  }

  /** Ends it at once, so that it does not get to hand anything over. */
  async kill(): Promise<void> {
    if (!this.#hasEnded) {
      const exited = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exited;
    }
  }

  async #answers(): Promise<boolean> {
    const url = `${this.url}/.backstage/health/v1/readiness`;
    const response = await fetch(url).catch(() => undefined);
    return response?.ok ?? false;
  }

  get #hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }
}

/** A place at which nobody listens yet. */
export async function freePlace(): Promise<PortalPlace> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return { url: `http://localhost:${port}`, port };
}
