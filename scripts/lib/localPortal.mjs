import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertDiskSpace, assertGit, assertPortsFree } from './checks.mjs';
import { buildApp, installDependencies, needsInstall } from './install.mjs';
import { platformCommand, sourceArguments } from './nodeArguments.mjs';
import { inRoot } from './paths.mjs';
import { ProcessGroup } from './processes.mjs';
import { Steps } from './steps.mjs';
import { ensureToolchain } from './toolchain.mjs';
import { waitForFile } from './waitForFile.mjs';
import { waitForPortal } from './waitForPortal.mjs';

const installBytes = 3e9;
const runBytes = 3e8;
const platformTimeoutMs = 120_000;

const platformPorts = [
  [0, 'Git forge'],
  [1, 'identity provider'],
  [2, 'metrics'],
  [3, 'control'],
  [10, 'cluster hub'],
  [11, 'cluster devnet'],
  [12, 'cluster testnet'],
  [13, 'cluster mainnet'],
];

/** The portal and the local platform, from nothing to running. */
export class LocalPortal {
  #processes = new ProcessGroup();
  #endings = [];

  /** Rejects as soon as one of the programs ends by itself. */
  get ended() {
    return Promise.race(this.#endings);
  }

  async start(options) {
    const { state, port } = options;
    const log = name => join(state, 'logs', `${name}.log`);
    const steps = new Steps(6);
    const url = `http://localhost:${port}`;

    await steps.run('Checking git, disk space and ports', () =>
      this.#check(options),
    );
    const tools = await steps.run('Bringing Node and Yarn', async say => {
      const found = await ensureToolchain();
      say(found.description);
      return found;
    });
    await steps.run('Installing dependencies', say =>
      installDependencies({ tools, log: log('install'), say }),
    );
    await steps.run('Building the frontend', say =>
      buildApp({ tools, log: log('build'), say }),
    );
    await steps.run('Starting the local platform', () =>
      this.#startPlatform({ ...options, tools, url, log: log('platform') }),
    );
    const token = await this.#writeToken(state);
    await steps.run('Starting the portal', () =>
      this.#startPortal({ ...options, tools, url, token, log: log('portal') }),
    );
    await this.#printScreen({ ...options, url });
  }

  async stop() {
    await this.#processes.stop();
  }

  async #check({ state, port, platformPort, reset }) {
    assertGit();
    await assertDiskSpace((await needsInstall()) ? installBytes : runBytes);
    await assertPortsFree([
      { port, use: 'portal', option: '--port' },
      ...platformPorts.map(([offset, use]) => ({
        port: platformPort + offset,
        use,
        option: '--platform-port',
      })),
    ]);
    if (reset) {
      for (const name of ['database', 'platform']) {
        await rm(join(state, name), { recursive: true, force: true });
      }
    }
    await mkdir(state, { recursive: true, mode: 0o700 });
  }

  async #startPlatform({ tools, state, platformPort, url, log }) {
    const readyFile = join(state, 'platform.json');
    await rm(readyFile, { force: true });
    const { ended } = await this.#processes.start({
      name: 'local platform',
      command: tools.node,
      args: [
        ...nodeArguments,
        platformCommand,
        'start',
        '--data',
        join(state, 'platform'),
        '--local',
        state,
        '--port',
        String(platformPort),
        '--portal-url',
        url,
      ],
      env: tools.env,
      log,
    });
    this.#endings.push(ended);
    await Promise.race([
      waitForFile(readyFile, {
        timeoutMs: platformTimeoutMs,
        message: `The local platform was not ready in time; see ${log}.`,
      }),
      ended,
    ]);
  }

  async #startPortal({ tools, state, port, url, token, log }) {
    const databaseDirectory = join(state, 'database');
    await mkdir(databaseDirectory, { recursive: true, mode: 0o700 });
    const { ended } = await this.#processes.start({
      name: 'portal',
      command: tools.node,
      args: [
        ...nodeArguments,
        inRoot('packages/backend'),
        '--config',
        inRoot('app-config.yaml'),
        '--config',
        join(state, 'app-config.local-platform.yaml'),
      ],
      env: {
        ...tools.env,
        NODE_ENV: 'production',
        TENANTRY_PORTAL_URL: url,
        TENANTRY_PORTAL_PORT: String(port),
        TENANTRY_DATABASE_DIRECTORY: databaseDirectory,
        TENANTRY_LOCAL_TOKEN: token,
        TENANTRY_SESSION_SECRET: randomBytes(32).toString('base64url'),
      },
      log,
    });
    this.#endings.push(ended);
    await Promise.race([waitForPortal({ url, token, log }), ended]);
  }

  async #writeToken(state) {
    const token = randomBytes(32).toString('base64url');
    const path = join(state, 'token');
    await rm(path, { force: true });
    await writeFile(path, token, { mode: 0o600 });
    await chmod(path, 0o600);
    return token;
  }

  async #printScreen({ state, url }) {
    const platform = JSON.parse(
      await readFile(join(state, 'platform.json'), 'utf8'),
    );
    process.stdout.write(screen({ state, url, platform }));
  }
}

const nodeArguments = [
  '--require',
  inRoot('scripts/lib/exitWithParent.cjs'),
  ...sourceArguments,
];

function screen({ state, url, platform }) {
  const repository = `${platform.forge.url}/${platform.forge.repository}`;
  return `
  Tenantry is running.

  Portal        ${url}
  Sign in as    operator              sees all clients
                acme-01-engineer      sees acme-01 alone; every client has one such user
                (choose the user on the sign-in page; there is no password here)
  Git forge     ${repository}
                pull requests: ${repository}/pulls
  Clusters      kubectl --kubeconfig ${join(
    state,
    'kubeconfig',
  )} --context devnet get pods -A
  For scripts   ${join(state, 'token')}, ${join(state, 'platform.json')}
  Logs          ${join(state, 'logs')}

  Stop with Ctrl-C.

`;
}
