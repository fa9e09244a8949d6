import { InvalidArgumentError, Option } from 'commander';

/** The directory of the platform's data. */
export const dataOption = () =>
  new Option(
    '--data <directory>',
    'where repository, keys and credentials are kept',
  ).default('.local/platform');

/** The first of the platform's ports. */
export const portOption = () =>
  new Option('--port <number>', 'first of the 14 ports of the platform')
    .default(7100)
    .argParser(parsePort);

/** Where on this machine the control API of a platform listens, after its first port. */
export const controlPortOffset = 3;

const highestPort = 65_535 - 13;

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > highestPort) {
    throw new InvalidArgumentError(
      `It must be a number from 0 (any free ports) to ${highestPort}.`,
    );
  }
  return port;
}

/** How many times faster than real clusters. */
export function parseSpeed(text: string): number {
  const speed = Number(text);
  if (!(speed > 0 && speed <= 1000)) {
    throw new InvalidArgumentError('It must be a number above 0, up to 1000.');
  }
  return speed;
}

export function parseUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new InvalidArgumentError('It must be an http or https address.');
  }
  return text.replace(/\/+$/, '');
}
