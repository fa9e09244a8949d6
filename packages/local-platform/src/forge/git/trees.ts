import { NotFoundError } from '@backstage/errors';
import { Git } from './Git';

/** An entry of a tree. */
export interface TreeEntry {
  /** Relative to the root of the repository. */
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  id: string;
  /** In bytes; 0 for what is not a blob. */
  size: number;
}

/** Whether the entry is a symbolic link. */
export function isSymbolicLink(entry: TreeEntry): boolean {
  return entry.mode === '120000';
}

/** The direct entries of a folder, folders among them; the root's without a path. */
export async function readFolder(
  git: Git,
  commit: string,
  path = '',
): Promise<TreeEntry[]> {
  return listTree(git, commit, [], path ? [`${path}/`] : []);
}

/** All files of a commit or tree, however deep; with their folders when asked for. */
export async function readAllEntries(
  git: Git,
  treeish: string,
  options: { folders?: boolean } = {},
): Promise<TreeEntry[]> {
  return listTree(git, treeish, options.folders ? ['-r', '-t'] : ['-r'], []);
}

/**
 * The entry at a path.
 *
 * @throws NotFoundError when the commit has none.
 */
export async function readEntry(
  git: Git,
  commit: string,
  path: string,
): Promise<TreeEntry> {
  const [entry] = await listTree(git, commit, [], [path]);
  if (!entry || entry.path !== path) {
    throw new NotFoundError(
      `object does not exist [id: , rel_path: ${path.slice(0, 500)}]`,
    );
  }
  return entry;
}

async function listTree(
  git: Git,
  treeish: string,
  flags: string[],
  paths: string[],
): Promise<TreeEntry[]> {
  const output = await git.text([
    'ls-tree',
    '-z',
    '--long',
    '--full-tree',
    ...flags,
    treeish,
    '--',
    ...paths,
  ]);
  return output.split('\0').filter(Boolean).map(parseEntry);
}

function parseEntry(record: string): TreeEntry {
  const separator = record.indexOf('\t');
  const [mode, type, id, size] = record.slice(0, separator).split(/ +/);
  return {
    path: record.slice(separator + 1),
    mode,
    type: type as TreeEntry['type'],
    id,
    size: size === '-' ? 0 : Number(size),
  };
}
