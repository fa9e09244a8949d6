/** The command line of the walk over a running portal. */
import { EmbeddedPortal } from '../embedded/EmbeddedPortal';
import { Route } from '../embedded/mountedRoutes';
import { parseOptions, usage } from './options';
import { Finding, walkRunningPortal } from './walkRunningPortal';

/** Started only for that, so that no route is forgotten that has no description. */
async function routesOfThisVersion(): Promise<Route[]> {
  const portal = await EmbeddedPortal.start();
  try {
    return await portal.mountedRoutes();
  } finally {
    await portal.stop();
  }
}

function print({ who, leaks }: Finding): void {
  const verdict = leaks.length === 0 ? 'nothing' : `${leaks.length} leaks`;
  process.stdout.write(`${who}: ${verdict}\n`);
  for (const { route, path, status, leaked } of leaks) {
    process.stdout.write(`  ${route}\n    ${path} (${status}): ${leaked}\n`);
  }
}

async function run(): Promise<void> {
  const portal = parseOptions(process.argv.slice(2));
  if (!portal) {
    process.stdout.write(usage);
    return;
  }
  process.stdout.write('Finding out which routes there are ...\n');
  const routes = await routesOfThisVersion();
  process.stdout.write(`Walking over ${portal.url} ...\n`);
  const isTight = await walkRunningPortal(portal, routes, print);
  process.exitCode = isTight ? 0 : 1;
}

run().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
