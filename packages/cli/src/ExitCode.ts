/** What the exit code of the command says. */
export enum ExitCode {
  fine = 0,
  findings = 1,
  /** Wrong use, or something that could not be read: nothing is known. */
  wrongUse = 2,
}
