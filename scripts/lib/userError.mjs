/** An error that is explained by its message alone: printed as one sentence, without a stack. */
export class UserError extends Error {
  name = 'UserError';
}

/** Prints why the program ends, for a person, and says so to the shell. */
export function reportFailure(error) {
  const text =
    error instanceof UserError ? error.message : error?.stack ?? String(error);
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
}
