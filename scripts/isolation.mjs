import { spawn } from 'node:child_process';
import { installDependencies } from './lib/install.mjs';
import { isolationCommand } from './lib/nodeArguments.mjs';
import { inRoot } from './lib/paths.mjs';
import { runSource } from './lib/runSource.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { reportFailure } from './lib/userError.mjs';

/** With options a running portal is walked, without any the example portal is tested. */
if (process.argv.length > 2) {
  await runSource(isolationCommand);
} else {
  await testExamplePortal().catch(reportFailure);
}

async function testExamplePortal() {
  const tools = await ensureToolchain();
  await installDependencies({
    tools,
    log: inRoot('.local', 'logs', 'install.log'),
    say: detail => process.stdout.write(`Dependencies ${detail}\n`),
  });
  const child = spawn(
    tools.node,
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'test',
      '--watchAll=false',
      '--runInBand',
      'src/isolation/',
    ],
    { cwd: inRoot('packages/backend'), env: tools.env, stdio: 'inherit' },
  );
  child.once('close', code => {
    process.exitCode = code ?? 1;
  });
}
