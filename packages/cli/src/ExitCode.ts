/** What the exit code of the command says. */
export enum ExitCode {
  fine = 0,
  findings = 1,
  /** With `--check`, as with `diff`: the repository would change. */
  differs = 1,
  /** Wrong use, or something that could not be read or made: nothing is known. */
  nothingKnown = 2,
}
