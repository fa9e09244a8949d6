import { randomBytes } from 'node:crypto';

/** A file of the fake. */
export interface FakeFile {
  content: string;
  mode: string;
}

export type FakeTree = ReadonlyMap<string, FakeFile>;

export interface FakeCommit {
  id: string;
  parents: string[];
  tree: FakeTree;
  message: string;
  author: { name: string; email: string };
  /** RFC 3339 in UTC. */
  at: string;
}

export interface FakePullRequest {
  number: number;
  title: string;
  description: string;
  head: string;
  base: string;
  state: 'open' | 'closed';
  headCommit: string;
  openedAt: string;
  updatedAt: string;
  closedAt?: string;
  merged?: { at: string; commit: string };
}

const nobody = { name: 'Somebody', email: 'somebody@example.com' };

/** What is behind the API of each fake forge: a repository with commits, branches, pull requests. */
export class FakeRepository {
  readonly commits = new Map<string, FakeCommit>();
  readonly branches = new Map<string, string>();
  readonly pulls: FakePullRequest[] = [];

  #ticks = 0;

  /** A time later than all before. */
  now(): string {
    return new Date(Date.UTC(2026, 0, 2, 3, 4, this.#ticks++)).toISOString();
  }

  /** All pull requests, the one that changed last first. */
  recentPulls(): FakePullRequest[] {
    return [...this.pulls].sort((left, right) =>
      right.updatedAt.localeCompare(left.updatedAt),
    );
  }

  constructor(files: Record<string, string>) {
    const tree = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        { content, mode: '100644' },
      ]),
    );
    const commit = { parents: [], tree, message: 'Begin', author: nobody };
    this.branches.set('main', this.addCommit(commit).id);
  }

  addCommit(commit: Omit<FakeCommit, 'id' | 'at'>): FakeCommit {
    const id = randomBytes(20).toString('hex');
    const created = { ...commit, id, at: this.now() };
    this.commits.set(created.id, created);
    return created;
  }

  /** Moves or creates a branch, and its open pull request with it. */
  setBranch(branch: string, commit: string): void {
    this.branches.set(branch, commit);
    for (const pull of this.pulls) {
      if (pull.head === branch && pull.state === 'open') {
        pull.headCommit = commit;
      }
    }
  }

  /** Removes a branch, which closes its pull request. */
  removeBranch(branch: string): boolean {
    for (const pull of this.pulls) {
      if (pull.head === branch && pull.state === 'open') {
        this.close(pull);
      }
    }
    return this.branches.delete(branch);
  }

  /** A commit by its id or branch. */
  resolve(ref: string): FakeCommit | undefined {
    return this.commits.get(this.branches.get(ref) ?? ref);
  }

  /** What somebody else does on a branch. */
  write(branch: string, files: Record<string, string | undefined>): void {
    const parent = this.resolve(branch)!;
    const tree = new Map(parent.tree);
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) {
        tree.delete(path);
      } else {
        tree.set(path, { content, mode: '100644' });
      }
    }
    const commit = this.addCommit({
      parents: [parent.id],
      tree,
      message: 'Change something',
      author: nobody,
    });
    this.setBranch(branch, commit.id);
  }

  /** Everything that a commit has in its history, itself included. */
  history(id: string): Set<string> {
    const seen = new Set<string>();
    const pending = [id];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (!seen.has(next)) {
        seen.add(next);
        pending.push(...this.commits.get(next)!.parents);
      }
    }
    return seen;
  }

  /** The newest commit that both have. */
  mergeBase(left: string, right: string): string {
    const known = this.history(left);
    return [...this.commits.keys()]
      .reverse()
      .find(id => known.has(id) && this.history(right).has(id))!;
  }

  /** Commits that `head` has and `base` has not. */
  missing(base: string, head: string): string[] {
    const known = this.history(base);
    return [...this.history(head)].filter(id => !known.has(id));
  }

  /** The latest commits of the main branch, newest first. */
  recentCommits(limit: number): FakeCommit[] {
    const known = this.history(this.branches.get('main')!);
    return [...this.commits.values()]
      .reverse()
      .filter(({ id }) => known.has(id))
      .slice(0, limit);
  }

  /** What a commit changes in comparison with its first parent. */
  pathsOf(id: string): string[] {
    const { parents, tree } = this.commits.get(id)!;
    return parents.length > 0
      ? this.changedPaths(parents[0], id)
      : [...tree.keys()];
  }

  changedPaths(from: string, to: string): string[] {
    const before = this.commits.get(from)!.tree;
    const after = this.commits.get(to)!.tree;
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      path =>
        before.get(path)?.content !== after.get(path)?.content ||
        before.get(path)?.mode !== after.get(path)?.mode,
    );
  }

  /** Three-way merge by whole files; undefined where both sides changed the same. */
  mergedTree(ours: string, theirs: string): FakeTree | undefined {
    const base = this.mergeBase(ours, theirs);
    const mine = this.changedPaths(base, ours);
    const tree = new Map(this.commits.get(ours)!.tree);
    const other = this.commits.get(theirs)!.tree;
    for (const path of this.changedPaths(base, theirs)) {
      const file = other.get(path);
      if (mine.includes(path) && tree.get(path)?.content !== file?.content) {
        return undefined;
      }
      if (file) {
        tree.set(path, file);
      } else {
        tree.delete(path);
      }
    }
    return tree;
  }

  findOpen(head: string, base: string): FakePullRequest | undefined {
    return this.pulls.find(
      pull => pull.state === 'open' && pull.head === head && pull.base === base,
    );
  }

  openPull(
    pull: Pick<FakePullRequest, 'title' | 'description' | 'head' | 'base'>,
  ): FakePullRequest {
    const openedAt = this.now();
    const opened: FakePullRequest = {
      ...pull,
      openedAt,
      updatedAt: openedAt,
      number: this.pulls.length + 1,
      state: 'open',
      headCommit: this.branches.get(pull.head)!,
    };
    this.pulls.push(opened);
    return opened;
  }

  close(pull: FakePullRequest): void {
    pull.state = 'closed';
    pull.closedAt = pull.updatedAt = this.now();
  }

  /** Merges with a merge commit and keeps the branch. */
  merge(number: number): void {
    const pull = this.pulls[number - 1];
    const base = this.branches.get(pull.base)!;
    const commit = this.addCommit({
      parents: [base, pull.headCommit],
      tree: this.mergedTree(base, pull.headCommit)!,
      message: `Merge ${number}`,
      author: nobody,
    });
    this.close(pull);
    pull.merged = { at: pull.updatedAt, commit: commit.id };
    this.setBranch(pull.base, commit.id);
  }
}
