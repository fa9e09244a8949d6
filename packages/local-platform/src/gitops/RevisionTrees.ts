import { GitRepository, RepositoryTree } from './GitRepository';

const maximumTrees = 20;

/** The commits that operations apply: the head when one began, or an older one that it names. */
export class RevisionTrees {
  readonly #repository: Pick<GitRepository, 'read'>;
  /** `undefined` while a commit is being read. */
  readonly #trees = new Map<string, RepositoryTree | Error | undefined>();

  constructor(repository: Pick<GitRepository, 'read'>) {
    this.#repository = repository;
  }

  keep(tree: RepositoryTree): void {
    this.#put(tree.revision, tree);
  }

  /**
   * The repository at a commit; `undefined` while it is being read, and once an error when it
   * cannot be read.
   */
  at(revision: string): RepositoryTree | Error | undefined {
    if (!this.#trees.has(revision)) {
      this.#put(revision, undefined);
      this.#repository.read(revision).then(
        tree => this.keep(tree),
        error => this.#put(revision, new Error(String(error))),
      );
    }
    const tree = this.#trees.get(revision);
    if (tree instanceof Error) {
      this.#trees.delete(revision);
    }
    return tree;
  }

  #put(revision: string, tree: RepositoryTree | Error | undefined): void {
    this.#trees.delete(revision);
    this.#trees.set(revision, tree);
    if (this.#trees.size > maximumTrees) {
      const [oldest] = this.#trees.keys();
      this.#trees.delete(oldest);
    }
  }
}
