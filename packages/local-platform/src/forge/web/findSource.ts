import { NotFoundError } from '@backstage/errors';
import { Git } from '../git/Git';
import { assertRepositoryPath, isCommitId } from '../git/names';
import { readBranches, resolveCommit } from '../git/references';

/** What an address below `/src/` means. */
export interface Source {
  /** Branch or commit as the address names it. */
  ref: string;
  commit: string;
  /** Empty for the root. */
  path: string;
}

/**
 * Takes apart `<branch>/<path>` or `<commit>/<path>`; the names of branches may have slashes.
 *
 * @throws NotFoundError when no branch or commit fits; InputError when the path is not allowed.
 */
export async function findSource(
  git: Git,
  kind: string,
  address: string,
): Promise<Source> {
  const text = address.replace(/\/$/, '');
  const ref =
    kind === 'branch' ? await findBranchPrefix(git, text) : commitPrefix(text);
  const path = text.slice(ref.length + 1);
  if (path) assertRepositoryPath(path);
  return { ref, path, commit: await resolveCommit(git, ref) };
}

function commitPrefix(text: string): string {
  const [id] = text.split('/');
  if (!isCommitId(id)) throw new NotFoundError('There is no such commit.');
  return id;
}

async function findBranchPrefix(git: Git, text: string): Promise<string> {
  const branches = [...(await readBranches(git)).keys()];
  const [longest] = branches
    .filter(branch => `${text}/`.startsWith(`${branch}/`))
    .sort((left, right) => right.length - left.length);
  if (!longest) throw new NotFoundError('There is no such branch.');
  return longest;
}
