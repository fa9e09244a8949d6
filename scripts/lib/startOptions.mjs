import { parseArgs } from 'node:util';
import { isAbsolute } from 'node:path';
import { inRoot } from './paths.mjs';
import { UserError } from './userError.mjs';

export const usage = `Starts Tenantry's portal on an embedded local platform.

Usage: npm start -- [options]

Options:
  --port <number>           port of the portal (default 7007)
  --platform-port <number>  first of the 14 ports of the local platform (default 7100)
  --state <directory>       where data, logs and access files go (default .local)
  --reset                   forget the data of earlier starts
  -h, --help                show this help

Everything listens on the loopback address alone. Ctrl-C stops all of it.
`;

const highestPort = 65_535;
const platformPortCount = 14;

/**
 * @param {string[]} args
 * @throws UserError naming the option that is wrong and its rule
 */
export function parseOptions(args) {
  const { values } = parse(args);
  const state = values.state ?? '.local';
  const port = portOf('--port', values.port ?? '7007', highestPort);
  const platformPort = portOf(
    '--platform-port',
    values['platform-port'] ?? '7100',
    highestPort - platformPortCount,
  );
  if (port >= platformPort && port < platformPort + platformPortCount) {
    throw new UserError(
      `--port ${port} lies among the ports of the local platform, ${platformPort} to ${
        platformPort + platformPortCount - 1
      }.`,
    );
  }
  return {
    help: values.help ?? false,
    reset: values.reset ?? false,
    port,
    platformPort,
    state: isAbsolute(state) ? state : inRoot(state),
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'platform-port': { type: 'string' },
        state: { type: 'string' },
        reset: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(`${error.message}\n\n${usage}`);
  }
}

function portOf(option, text, highest) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > highest) {
    throw new UserError(
      `${option} must be a port from 1 to ${highest}, not "${text}".`,
    );
  }
  return port;
}
