import { Git } from './Git';

/** Who wrote or committed something. */
export interface Identity {
  name: string;
  email: string;
}

/** An identity with the time of the act, in RFC 3339. */
export interface Signature extends Identity {
  date: string;
}

/** What a commit says about itself. */
export interface Commit {
  id: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  /** Complete, without the trailing newline. */
  message: string;
}

/** What `git log` is asked for. */
export interface CommitQuery {
  /** Resolved commit to start at. */
  from: string;
  /** Leave out what this commit already contains. */
  notIn?: string;
  /** Only commits that touch this path. */
  path?: string;
  skip?: number;
  limit: number;
}

const fields = [
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
];

/** The commits that match, newest first. */
export async function readCommits(
  git: Git,
  query: CommitQuery,
): Promise<Commit[]> {
  const output = await git.text([
    'log',
    '-z',
    `--format=${fields.join('%x01')}`,
    `--skip=${query.skip ?? 0}`,
    `--max-count=${query.limit}`,
    ...revisionArguments(query),
  ]);
  return output.split('\0').filter(Boolean).map(parseCommit);
}

/** How many commits match, whatever the limit. */
export async function countCommits(
  git: Git,
  query: Omit<CommitQuery, 'skip' | 'limit'>,
): Promise<number> {
  return Number(
    await git.text(['rev-list', '--count', ...revisionArguments(query)]),
  );
}

/** Reads one commit by its resolved id. */
export async function readCommit(git: Git, id: string): Promise<Commit> {
  const [commit] = await readCommits(git, { from: id, limit: 1 });
  return commit;
}

/** The best common ancestor, or undefined for unrelated histories. */
export async function findMergeBase(
  git: Git,
  left: string,
  right: string,
): Promise<string | undefined> {
  const { exitCode, stdout } = await git.run(['merge-base', left, right], {
    acceptedExitCodes: [1],
  });
  return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}

function revisionArguments({
  from,
  notIn,
  path,
}: Pick<CommitQuery, 'from' | 'notIn' | 'path'>): string[] {
  return [from, ...(notIn ? [`^${notIn}`] : []), '--', ...(path ? [path] : [])];
}

function parseCommit(record: string): Commit {
  const [id, tree, parents, an, ae, ad, cn, ce, cd, ...message] =
    record.split('\u0001');
  return {
    id,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae, date: ad },
    committer: { name: cn, email: ce, date: cd },
    message: message.join('\u0001').replace(/\n+$/, ''),
  };
}
