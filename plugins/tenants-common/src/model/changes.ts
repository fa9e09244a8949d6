/**
 * A file that a change writes or deletes.
 *
 * @public
 */
export interface FileChange {
  /** Relative to the repository's root, with forward slashes. */
  path: string;
  operation: 'create' | 'update' | 'delete';
  /** Absent for a deletion. */
  content?: string;
}

/**
 * A broken rule, found before anything is written.
 *
 * @public
 */
export interface Finding {
  /** Name of the rule, for example `unique-name`. */
  rule: string;
  /** Names the value, the rule and how to mend it. */
  message: string;
  /** Form field, as a path such as `allowList.devnet[0]`, where the finding belongs to one. */
  field?: string;
  /** File in the repository and the place in it, where the finding belongs to one. */
  file?: string;
  path?: string;
}

/**
 * What a form would propose, as `POST /v1/changes/preview` answers.
 *
 * @public
 */
export interface ChangePreview {
  /** Title of the pull request. */
  title: string;
  files: FileChange[];
  /** A change with findings is refused. */
  findings: Finding[];
}
