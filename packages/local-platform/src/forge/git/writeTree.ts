import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from './Git';
import { TemporaryIndex, withTemporaryIndex } from './temporaryIndex';

/** A file to put into a tree, or to take out of it when it has no content. */
export interface TreeEdit {
  path: string;
  mode: string;
  content?: Buffer;
}

const absent = `0 ${'0'.repeat(40)}`;

/**
 * Writes the tree that results from the edits to another tree.
 *
 * The caller has checked the paths: git would let a new file silently replace a folder.
 */
export async function writeTree(
  git: Git,
  options: { from?: string; edits: TreeEdit[] },
): Promise<string> {
  return withTemporaryIndex(git, async index => {
    await index.git.run(['read-tree', options.from ?? '--empty']);
    const removed = options.edits.filter(edit => !edit.content);
    const written = options.edits.filter(edit => edit.content);
    const blobs = await writeBlobs(index, written);
    const lines = [
      ...removed.map(edit => `${absent}\t${edit.path}`),
      ...written.map((edit, i) => `${edit.mode} ${blobs[i]}\t${edit.path}`),
    ];
    await index.git.run(['update-index', '-z', '--index-info'], {
      input: lines.map(line => `${line}\0`).join(''),
    });
    return index.git.text(['write-tree']);
  });
}

/** One process for all files: their contents go through numbered files of the temporary folder. */
async function writeBlobs(
  index: TemporaryIndex,
  edits: TreeEdit[],
): Promise<string[]> {
  if (edits.length === 0) return [];
  const files = edits.map((_, number) => join(index.directory, `${number}`));
  for (const [number, file] of files.entries()) {
    await writeFile(file, edits[number].content!);
  }
  const output = await index.git.text(
    ['hash-object', '-w', '--no-filters', '--stdin-paths'],
    { input: `${files.join('\n')}\n` },
  );
  return output.split('\n');
}
