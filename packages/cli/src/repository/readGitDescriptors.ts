import {
  isDescriptorPath,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import { git } from './git';

interface Entry {
  path: string;
  hash: string;
}

/**
 * Reads the descriptors of a GitOps repository at a commit, without touching its files.
 *
 * @param directory - the root of the GitOps repository, which may be a folder of a larger one
 * @param ref - anything that names a commit, such as `origin/main`
 * @throws InputError when there is no such commit, or the directory is in no repository of Git.
 */
export async function readGitDescriptors(
  directory: string,
  ref: string,
): Promise<RepositoryFile[]> {
  const commit = await git(directory, [
    'rev-parse',
    '--verify',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const entries = parseTree(
    await git(directory, ['ls-tree', '-r', '-z', commit.toString().trim()]),
  ).filter(({ path }) => isDescriptorPath(path));
  const hashes = entries.map(({ hash }) => `${hash}\n`).join('');
  const contents = parseBatch(
    await git(directory, ['cat-file', '--batch'], hashes),
  );
  return entries.map(({ path }, index) => ({
    path,
    content: contents[index],
  }));
}

/** Entries such as `100644 blob <hash>\t<path>\0`; what is no regular file is left out. */
function parseTree(output: Buffer): Entry[] {
  return output
    .toString('utf8')
    .split('\0')
    .flatMap(line => {
      const match = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line);
      return match ? [{ hash: match[1], path: match[2] }] : [];
    });
}

/** Answers such as `<hash> blob <size>\n<content>\n`. */
function parseBatch(output: Buffer): string[] {
  const contents: string[] = [];
  let position = 0;
  while (position < output.length) {
    const end = output.indexOf('\n', position);
    const header = output.toString('utf8', position, end);
    const size = Number(header.split(' ')[2]);
    if (!Number.isInteger(size)) {
      throw new Error(`git cat-file answered "${header}".`);
    }
    const start = end + 1;
    contents.push(output.toString('utf8', start, start + size));
    position = start + size + 1;
  }
  return contents;
}
