import { Command } from 'commander';
import { resolve } from 'node:path';
import { PlatformAccess } from '../composition/PlatformAccess';
import { writeLocalFiles } from '../composition/writeLocalFiles';
import { createConsoleLogger } from '../consoleLogger';
import { startPlatform } from '../platform';
import { dataOption, parseSpeed, parseUrl, portOption } from './options';

interface StartOptions {
  data: string;
  local: string;
  port: number;
  portalUrl: string;
  speed: number;
  json?: boolean;
  parent?: boolean;
}

/** `start`: runs the platform until it is told to stop. */
export function startCommand(): Command {
  return new Command('start')
    .description('Start the platform; it runs until it is interrupted')
    .addOption(dataOption())
    .addOption(portOption())
    .option(
      '--local <directory>',
      'where kubeconfig, platform.json and app-config.local-platform.yaml go',
      '.local',
    )
    .option(
      '--portal-url <url>',
      'address of the portal',
      parseUrl,
      'http://localhost:7007',
    )
    .option(
      '--speed <factor>',
      'how many times faster than real clusters',
      parseSpeed,
      1,
    )
    .option('--json', 'print the addresses as JSON when ready')
    .option('--parent', 'stop when the standard input ends')
    .action(run);
}

async function run(options: StartOptions): Promise<void> {
  const stopped = stopSignal(options.parent === true);
  const platform = await startPlatform({
    dataDirectory: resolve(options.data),
    port: options.port,
    portalUrl: options.portalUrl,
    speed: options.speed,
    logger: createConsoleLogger(),
  });
  try {
    await writeLocalFiles(resolve(options.local), platform.access);
    process.stdout.write(readyLine(platform.access, options.json === true));
    await stopped;
  } finally {
    await platform.close();
  }
}

/** Resolves when the process is asked to stop, or its parent is gone. */
function stopSignal(withParent: boolean): Promise<void> {
  return new Promise(resolvePromise => {
    process.once('SIGINT', () => resolvePromise());
    process.once('SIGTERM', () => resolvePromise());
    if (withParent) {
      process.stdin.once('end', () => resolvePromise());
      process.stdin.once('close', () => resolvePromise());
      process.stdin.resume();
    }
  });
}

function readyLine(access: PlatformAccess, json: boolean): string {
  const addresses = {
    forge: access.forge.url,
    identityProvider: access.identityProvider.url,
    metrics: access.metrics.url,
    control: access.control.url,
    ...Object.fromEntries(access.clusters.map(({ name, url }) => [name, url])),
  };
  if (json) {
    return `ready ${JSON.stringify(addresses)}\n`;
  }
  const list = Object.entries(addresses).map(([name, url]) => `${name} ${url}`);
  return `ready ${list.join(', ')}\n`;
}
