import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promises as fs } from 'node:fs';
import { createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(180_000);

const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
// Ports below the range that systems hand out by themselves.
const firstPort = 20_000 + (process.pid % 500) * 20;

let directory: string;

beforeAll(async () => {
  directory = await fs.mkdtemp(join(tmpdir(), 'local-platform-cli-'));
});

afterAll(async () => {
  await fs.rm(directory, { recursive: true });
});

function run(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--require', transform, join(__dirname, 'cli.ts'), ...args],
    // Jest's own environment would make the transform behave as in a test.
    { env: { PATH: process.env.PATH }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', chunk => {
    output.stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    output.stderr += chunk;
  });
  return { child, output };
}

const common = () => [
  '--data',
  join(directory, 'data'),
  '--port',
  String(firstPort),
];

async function startUntilReady(...options: string[]) {
  const started = run(
    'start',
    ...common(),
    '--local',
    join(directory, 'local'),
    '--json',
    ...options,
  );
  const ended = once(started.child, 'exit').then(() => {
    throw new Error(started.output.stderr);
  });
  const ready = new Promise<void>(resolve => {
    started.child.stdout.on('data', () => {
      if (started.output.stdout.startsWith('ready')) {
        resolve();
      }
    });
  });
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return started;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  return child.exitCode ?? ((await once(child, 'exit'))[0] as number | null);
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('the command line', () => {
  it('runs until it is interrupted, and finds its repository again', async () => {
    const first = await startUntilReady();
    const addresses = JSON.parse(first.output.stdout.slice('ready '.length));
    expect(addresses).toMatchObject({
      forge: `http://localhost:${firstPort}`,
      mainnet: `https://localhost:${firstPort + 13}`,
    });
    const { forge } = JSON.parse(
      await fs.readFile(join(directory, 'local', 'platform.json'), 'utf8'),
    );
    const headOf = async () => {
      const response = await fetch(
        `${forge.url}/api/v1/repos/${forge.repository}/branches/main`,
        { headers: { authorization: `token ${forge.token}` } },
      );
      return (await response.json()).commit.id;
    };
    const head = await headOf();

    const on = run('fault', 'on', 'drift', 'acme-01/devnet', ...common());
    expect(await exitCode(on.child)).toBe(0);
    const list = run('fault', 'list', ...common());
    await exitCode(list.child);
    expect(list.output.stdout).toContain('on  drift acme-01/devnet\n');

    first.child.kill('SIGTERM');
    expect(await exitCode(first.child)).toBe(0);
    await (await listen(firstPort)).close();

    const second = await startUntilReady('--parent');
    expect(await headOf()).toBe(head);
    second.child.stdin.end();
    expect(await exitCode(second.child)).toBe(0);
  });

  it('says in one sentence which port is taken', async () => {
    const taken = await listen(firstPort + 13);
    const { child, output } = run('start', ...common());
    expect(await exitCode(child)).toBe(1);
    expect(output.stderr.trim().split('\n').at(-1)).toBe(
      `Port ${
        firstPort + 13
      }, which the API server of the cluster mainnet needs, is taken by another program; stop it, or choose other ports with --port.`,
    );
    taken.close();
    await (await listen(firstPort)).close();
  });

  it.each([
    [['start', '--port', 'http'], 'It must be a number from 0'],
    [['start', '--speed', '0'], 'It must be a number above 0'],
    [
      ['start', '--portal-url', 'localhost'],
      'It must be an http or https address.',
    ],
    [
      ['fault', 'list', '--data', '/nonexistent'],
      'There is no platform in /nonexistent/7100',
    ],
  ])('refuses %p', async (args, message) => {
    const { child, output } = run(...args);
    expect(await exitCode(child)).toBe(1);
    expect(output.stderr).toContain(message);
  });
});
