import { spawn } from 'node:child_process';
import { benchmarkCommand, sourceArguments } from './lib/nodeArguments.mjs';
import { root } from './lib/paths.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { reportFailure } from './lib/userError.mjs';

/** The benchmarks, with the Node that they need. */
try {
  const { node, env } = await ensureToolchain();
  const args = [...sourceArguments, benchmarkCommand, ...process.argv.slice(2)];
  const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('close', code => process.exit(code ?? 1));
} catch (error) {
  reportFailure(error);
}
