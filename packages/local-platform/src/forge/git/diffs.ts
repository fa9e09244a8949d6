import { Git } from './Git';

/** One file that differs between two commits. */
export interface ChangedFile {
  path: string;
  status: 'added' | 'modified' | 'removed';
  /** Lines; 0 for a binary file. */
  additions: number;
  deletions: number;
}

const statuses: Record<string, ChangedFile['status']> = {
  A: 'added',
  D: 'removed',
};

/** Which files differ; a rename is a removal and an addition. */
export async function readChangedFiles(
  git: Git,
  from: string,
  to: string,
): Promise<ChangedFile[]> {
  const output = await git.text([
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--raw',
    '--numstat',
    from,
    to,
  ]);
  return parseRawAndNumstat(output.split('\0').filter(Boolean));
}

/** The unified diff between two commits, as git writes it. */
export async function readDiff(
  git: Git,
  from: string,
  to: string,
): Promise<string> {
  return git.text([
    'diff-tree',
    '-r',
    '-p',
    '--no-renames',
    '--no-ext-diff',
    '--no-color',
    from,
    to,
  ]);
}

/** The commits between two commits as a mailbox of patches. */
export async function readPatch(
  git: Git,
  from: string,
  to: string,
): Promise<string> {
  return git.text([
    'format-patch',
    '--stdout',
    '--no-renames',
    '--no-color',
    `${from}..${to}`,
  ]);
}

/** First come pairs of `:modes ids status` and path, then records of `added\tdeleted\tpath`. */
function parseRawAndNumstat(records: string[]): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (let index = 0; index < records.length; index++) {
    const record = records[index];
    if (record.startsWith(':')) {
      const path = records[++index];
      const status = statuses[record.slice(-1)] ?? 'modified';
      files.set(path, { path, status, additions: 0, deletions: 0 });
    } else {
      const [additions, deletions, ...path] = record.split('\t');
      const file = files.get(path.join('\t'));
      if (file) {
        file.additions = Number(additions) || 0;
        file.deletions = Number(deletions) || 0;
      }
    }
  }
  return [...files.values()];
}
