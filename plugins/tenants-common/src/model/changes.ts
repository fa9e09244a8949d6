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
  /** What the repository holds before the change; absent for a file that is created. */
  previousContent?: string;
  /** Git's mode of the file; `100644` where it is absent. */
  mode?: '100644' | '100755';
}

/**
 * A broken rule, found before anything is written.
 *
 * @public
 */
export interface Finding {
  /** Name of the rule, for example `unique-name`. */
  rule: string;
  /** Names the value and the rule. */
  message: string;
  /** How to mend it, in one sentence, where the message does not say it. */
  help?: string;
  /** Form field, as a path such as `allowList.devnet[0]`, where the finding belongs to one. */
  field?: string;
  /** File in the repository and the place in it, where the finding belongs to one. */
  file?: string;
  path?: string;
}

/**
 * An object that the GitOps engine deletes from a cluster once a change is merged.
 *
 * @public
 */
export interface PrunedObject {
  cluster: string;
  kind: string;
  name: string;
  /** Absent for an object without one. */
  namespace?: string;
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
  /** What a reviewer should know, one sentence each; they do not hold the change back. */
  notes: string[];
  /** What the GitOps engine will delete. */
  pruned: PrunedObject[];
}
