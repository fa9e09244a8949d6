import { InputError } from '@backstage/errors';

const maximumPathLength = 500;
const maximumBranchLength = 100;
const branchPattern = /^[\p{L}\p{N}_][\p{L}\p{N}._/+#@-]*$/u;
const commitPattern = /^[0-9a-f]{40}$/;

/** The object id that stands for "nothing" where git names what a reference was before. */
export const noCommit = '0'.repeat(40);

/** The id of the tree without entries, which git knows without storing it. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Whether the text is a complete object id. */
export function isCommitId(text: string): boolean {
  return commitPattern.test(text);
}

/**
 * Checks the path of a file that is to be written.
 *
 * Refused is whatever could leave the repository, or land in a `.git` folder, on any file system
 * on which the repository may be checked out.
 *
 * @throws InputError that names the path and the rule.
 */
export function assertRepositoryPath(path: string): void {
  const broken = brokenPathRule(path);
  if (broken) {
    throw new InputError(
      `The path "${path.slice(0, maximumPathLength)}" is refused: ${broken}.`,
    );
  }
}

function brokenPathRule(path: string): string | undefined {
  if (!path || path.length > maximumPathLength) {
    return `it must have 1 to ${maximumPathLength} characters`;
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(path)) {
    return 'it must not contain a backslash or a control character';
  }
  const segments = path.split('/');
  if (segments.some(segment => ['', '.', '..'].includes(segment))) {
    return 'it must be relative, and without empty, "." and ".." segments';
  }
  if (segments.some(isGitFolder)) {
    return 'a segment must not be a spelling of ".git"';
  }
  return undefined;
}

/** Windows drops trailing dots and spaces and knows a short name; macOS ignores some characters. */
function isGitFolder(segment: string): boolean {
  const plain = segment
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/:.*$/, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
  return plain === '.git' || plain === 'git~1';
}

/**
 * Whether a branch of this name can exist in the forge; stricter than git, so that a name is
 * never mistaken for an option or for git's revision syntax.
 */
export function isBranchName(name: string): boolean {
  return (
    name.length <= maximumBranchLength &&
    branchPattern.test(name) &&
    !/\.\.|\/\/|\/\.|\/$|\.$|\.lock(\/|$)/.test(name) &&
    !isCommitId(name)
  );
}

/** @throws InputError that names the value and the rule. */
export function assertBranchName(name: string): void {
  if (!isBranchName(name)) {
    throw new InputError(
      `The branch name "${name.slice(0, maximumBranchLength)}" is refused: ` +
        `it must have at most ${maximumBranchLength} characters, start with a letter or digit, ` +
        'contain only letters, digits and ._/+#@-, and follow the rules of git-check-ref-format.',
    );
  }
}
