import { spawn } from 'node:child_process';
import { sourceArguments } from './nodeArguments.mjs';
import { root } from './paths.mjs';
import { ensureToolchain } from './toolchain.mjs';
import { reportFailure } from './userError.mjs';

/** Runs a command line of the repository's sources with the Node that they need, and ends with it. */
export async function runSource(command) {
  try {
    const { node, env } = await ensureToolchain();
    const args = [...sourceArguments, command, ...process.argv.slice(2)];
    const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('close', code => process.exit(code ?? 1));
  } catch (error) {
    reportFailure(error);
  }
}
