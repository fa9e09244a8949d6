import { Command, CommanderError } from 'commander';
import { renderCommand } from './commands/renderCommand';
import { validateCommand } from './commands/validateCommand';
import { ExitCode } from './ExitCode';

/**
 * Where a command writes to.
 *
 * @public
 */
export interface Terminal {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/**
 * Runs the command line. Never throws.
 *
 * @param args - without the names of node and of the script
 * @returns the exit code: 0 when all is well, 1 with findings, 2 when it could not be found out.
 * @public
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  let exitCode = ExitCode.fine;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    await createProgram(terminal, finish).parseAsync(args, { from: 'user' });
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
  return exitCode;
}

function createProgram(
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): Command {
  const program = new Command('tenantry')
    .description(
      'Renders tenant templates and checks GitOps repositories, on a terminal and in CI',
    )
    .addCommand(renderCommand(terminal, finish))
    .addCommand(validateCommand(terminal, finish));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
    });
  }
  return program;
}

function exitCodeOf(error: unknown, { stderr }: Terminal): number {
  if (error instanceof CommanderError) {
    // It has said already what was wrong.
    return error.exitCode === 0 ? ExitCode.fine : ExitCode.nothingKnown;
  }
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  return ExitCode.nothingKnown;
}
