import { faultCommand } from './cli/faultCommand';
import { startCommand } from './cli/startCommand';
import { Command } from 'commander';

new Command('local-platform')
  .description(
    'An embedded hub-and-spoke platform for trying, developing and testing Tenantry',
  )
  .addCommand(startCommand())
  .addCommand(faultCommand())
  .parseAsync()
  .catch(error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  });
