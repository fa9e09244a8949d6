import { Forge, ListedCommit, ListedPullRequest } from '@tenantry/forges';

/** The part of a forge that tells which files a change touches. */
export type PathsForge = Pick<Forge, 'readChangedPaths' | 'readCommitPaths'>;

interface KnownPaths {
  /** What they were read for; a pull request is read again when something has happened to it. */
  version: string;
  paths: string[];
}

/** Remembers which files changes touch, as long as these are listed. */
export class ChangedPaths {
  #known = new Map<string, KnownPaths>();

  /** Reads the files only of those pull requests that something happened to since. */
  async ofPullRequests(
    forge: PathsForge,
    pulls: readonly ListedPullRequest[],
    signal?: AbortSignal,
  ): Promise<void> {
    for (const { number, url, updatedAt } of pulls) {
      await this.#read(url, updatedAt, () =>
        forge.readChangedPaths(number, { signal }),
      );
    }
  }

  /** Reads the files only of those commits that it has not read; a commit never changes. */
  async ofCommits(
    forge: PathsForge,
    commits: readonly ListedCommit[],
    signal?: AbortSignal,
  ): Promise<void> {
    for (const { id, url } of commits) {
      await this.#read(url, id, () => forge.readCommitPaths(id, { signal }));
    }
  }

  /** The files of a change by its address; none when they have not been read. */
  get(url: string): readonly string[] {
    return this.#known.get(url)?.paths ?? [];
  }

  /** Forgets all but those that are listed. */
  retain(urls: ReadonlySet<string>): void {
    for (const url of this.#known.keys()) {
      if (!urls.has(url)) {
        this.#known.delete(url);
      }
    }
  }

  async #read(
    url: string,
    version: string,
    read: () => Promise<string[]>,
  ): Promise<void> {
    if (this.#known.get(url)?.version !== version) {
      this.#known.set(url, { version, paths: await read() });
    }
  }
}
