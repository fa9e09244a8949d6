import { spawn } from 'node:child_process';
import { platformCommand, sourceArguments } from './lib/nodeArguments.mjs';
import { root } from './lib/paths.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { reportFailure } from './lib/userError.mjs';

/** The command line of the local platform, with the Node that it needs. */
try {
  const { node, env } = await ensureToolchain();
  const args = [...sourceArguments, platformCommand, ...process.argv.slice(2)];
  const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('close', code => process.exit(code ?? 1));
} catch (error) {
  reportFailure(error);
}
