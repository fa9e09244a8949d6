import { parseOptions, usage } from './lib/startOptions.mjs';
import { LocalPortal } from './lib/localPortal.mjs';
import { reportFailure, UserError } from './lib/userError.mjs';

const portal = new LocalPortal();
let stopping;

function stop() {
  stopping ??= portal.stop();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    process.stdout.write('\nStopping ...\n');
    await stop();
    process.exit(0);
  });
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(usage);
  } else {
    await portal.start(options);
    await portal.ended;
    throw new UserError('The portal ended.');
  }
} catch (error) {
  if (!stopping) {
    await stop();
    reportFailure(error);
  }
}
