import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inRoot } from '../lib/paths.mjs';

describe('npm start, when something is missing', () => {
  let directory;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tenantry-start-'));
  });

  after(() => rm(directory, { recursive: true }));

  it('says in one sentence that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();

    const { code, stderr } = await start(['--port', String(port)]);

    server.close();
    assert.equal(code, 1);
    assert.equal(
      stderr.trim(),
      `Port ${port} (portal) is taken by another program: stop that program, or choose other ports with --port.`,
    );
  });

  it('says in one sentence that git is missing', async () => {
    const { code, stderr } = await start([], { PATH: directory });

    assert.equal(code, 1);
    assert.equal(
      stderr.trim(),
      'Git is needed and was not found on the PATH: install it, then start again.',
    );
  });

  async function start(args, env = {}) {
    const child = spawn(
      process.execPath,
      [inRoot('scripts/start.mjs'), '--state', directory, ...args],
      { env: { ...process.env, ...env } },
    );
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    const [code] = await once(child, 'close');
    return { code, stderr };
  }
});
