import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inRoot } from '../lib/paths.mjs';
import { ProcessGroup, runLogged } from '../lib/processes.mjs';

describe('programs that are started', () => {
  let directory;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tenantry-processes-'));
  });

  after(() => rm(directory, { recursive: true }));

  it('end with the group, children included', async () => {
    const group = new ProcessGroup();
    const log = join(directory, 'parent.log');
    const { child } = await group.start({
      name: 'parent',
      command: process.execPath,
      args: ['-e', parentOfOne],
      env: process.env,
      log,
    });
    const pid = await numberIn(log);

    await group.stop();

    assert.throws(() => process.kill(child.pid, 0), { code: 'ESRCH' });
    await gone(pid);
  });

  it('end with the program that started them, however it ends', async () => {
    const child = spawn(process.execPath, ['-e', parentOfPreloaded], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');

    child.kill('SIGKILL');

    await gone(Number(line));
  });

  it('end with the program that waits for them', async () => {
    const log = join(directory, 'waited.log');
    const waiting = `
      import { runLogged } from ${JSON.stringify(processesModule)};
      process.on('SIGTERM', () => process.exit(0));
      await runLogged({
        command: process.execPath,
        args: ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
        env: process.env,
        log: ${JSON.stringify(log)},
        what: 'It',
      });
    `;
    const args = ['--input-type=module', '-e', waiting];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    const pid = await numberIn(log);

    child.kill('SIGTERM');

    await gone(pid);
  });

  it('may end by themselves, although they wait for that', async () => {
    const child = spawn(
      process.execPath,
      ['--require', exitWithParent, '-e', ''],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('are reported with the end of their log when they end by themselves', async () => {
    const group = new ProcessGroup();
    const { ended } = await group.start({
      name: 'portal',
      command: process.execPath,
      args: ['-e', 'console.error("no such table"); process.exit(3)'],
      env: process.env,
      log: join(directory, 'portal.log'),
    });

    await assert.rejects(
      ended,
      /The portal ended with code 3[^]*no such table/,
    );
  });

  it('are named when they are not there', async () => {
    await assert.rejects(
      runLogged({
        command: join(directory, 'nothing'),
        args: [],
        env: process.env,
        log: join(directory, 'nothing.log'),
        what: 'It',
      }),
      { name: 'UserError', message: /nothing cannot be started/ },
    );
  });

  it('leave their output in the log when they run to their end', async () => {
    const log = join(directory, 'run.log');
    const options = { command: process.execPath, env: process.env, log };

    await runLogged({
      ...options,
      args: ['-e', 'console.log("fine")'],
      what: 'It',
    });
    assert.equal(await readFile(log, 'utf8'), 'fine\n');

    await assert.rejects(
      runLogged({
        ...options,
        args: ['-e', 'throw Error("broken")'],
        what: 'It',
      }),
      /It failed[^]*broken/,
    );
  });
});

const processesModule = inRoot('scripts/lib/processes.mjs');
const exitWithParent = inRoot('scripts/lib/exitWithParent.cjs');

const parentOfPreloaded = `
  const { spawn } = require('node:child_process');
  const args = ['--require', ${JSON.stringify(exitWithParent)}, '-e'];
  const child = spawn(
    process.execPath,
    [...args, 'console.log(process.pid); setInterval(() => {}, 1000)'],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true },
  );
`;

const parentOfOne = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

/** The number that a program writes into its log sooner or later. */
async function numberIn(log) {
  for (let tries = 0; tries < 500; tries += 1) {
    const number = Number(await readFile(log, 'utf8').catch(() => ''));
    if (number) {
      return number;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return assert.fail(`there is no number in ${log}`);
}

/** An ended process may stay in the table for a moment, until it has been reaped. */
async function gone(pid) {
  for (let tries = 0; tries < 100; tries += 1) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(
      () => 'gone',
    );
    if (state === 'gone' || state.includes(') Z ')) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.fail(`process ${pid} is still there`);
}
