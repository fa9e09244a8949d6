import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ProcessGroup, runLogged } from '../lib/processes.mjs';

describe('programs that are started', () => {
  let directory;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tenantry-processes-'));
  });

  after(() => rm(directory, { recursive: true }));

  it('end with the group, children included', async () => {
    const group = new ProcessGroup();
    const pids = [];
    const { child } = await group.start({
      name: 'parent',
      command: process.execPath,
      args: ['-e', parentOfOne],
      env: process.env,
      log: join(directory, 'parent.log'),
      onLine: line => pids.push(Number(line)),
    });
    while (pids.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }

    await group.stop();

    assert.throws(() => process.kill(child.pid, 0), { code: 'ESRCH' });
    await gone(pids[0]);
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

const parentOfOne = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

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
