import { Command } from 'commander';
import { resolve } from 'node:path';
import { readCredentials } from '../composition/credentials';
import { ControlClient } from '../control';
import { Fault, FaultName } from '../faults';
import { platformDirectory } from '../platform';
import { controlPortOffset, dataOption, portOption } from './options';

interface FaultOptions {
  data: string;
  port: number;
}

/** `fault`: shows the faults of a running platform, and switches them. */
export function faultCommand(): Command {
  const command = new Command('fault').description(
    'Switch the faults of a running platform on and off',
  );
  const subcommand = (definition: string, description: string) =>
    command
      .command(definition)
      .description(description)
      .addOption(dataOption())
      .addOption(portOption());

  subcommand('list', 'Show the faults that are on, and all there are').action(
    async (options: FaultOptions) => {
      const { items, known } = await (await connect(options)).list();
      const lines = items.map(({ name, target }) => `on  ${name} ${target}`);
      print([...lines, `known: ${known.join(', ')}`]);
    },
  );
  subcommand('on <name> <target>', 'Switch a fault on').action(
    async (name: string, target: string, options: FaultOptions) => {
      await (await connect(options)).switchOn(faultOf(name, target));
      print([`on  ${name} ${target}`]);
    },
  );
  subcommand('off <name> <target>', 'Switch a fault off').action(
    async (name: string, target: string, options: FaultOptions) => {
      await (await connect(options)).switchOff(faultOf(name, target));
      print([`off ${name} ${target}`]);
    },
  );
  return command;
}

async function connect({ data, port }: FaultOptions): Promise<ControlClient> {
  const directory = platformDirectory(resolve(data), port);
  const { control } = await readCredentials(directory);
  if (!control) {
    throw new Error(
      `There is no platform in ${directory}; say with --data and --port which one is meant.`,
    );
  }
  return new ControlClient({
    url: `http://127.0.0.1:${port + controlPortOffset}`,
    token: control,
  });
}

/** The platform knows the names, and refuses all others. */
function faultOf(name: string, target: string): Fault {
  return { name: name as FaultName, target };
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
