import { FakeRepository } from './FakeRepository';
import { FakeServer } from './FakeServer';

/** A forge with a repository to try a client on. */
export interface World {
  /** Of the repository, as `tenants.registry.url` has it. */
  registryUrl: string;
  /** The `integrations` section. */
  integrations: Record<string, object[]>;
  /** Content of a branch by path; undefined when there is no such branch. */
  read(branch: string): Promise<Record<string, string> | undefined>;
  /** Who wrote the latest commit of a branch. */
  authorOf(branch: string): Promise<{ name: string; email: string }>;
  /** What somebody else does on the main branch. */
  write(files: Record<string, string>): Promise<void>;
  pull(
    number: number,
  ): Promise<{ title: string; description: string; state: string }>;
  merge(number: number): Promise<void>;
  close(number: number): Promise<void>;
  stop(): Promise<void>;
}

/** A world of which everything is in memory, faults included. */
export interface FakeWorld extends World {
  repository: FakeRepository;
  server: FakeServer;
}

/** The part of a fake world that is the same for all kinds of forge. */
export function fakeWorld(
  repository: FakeRepository,
  server: FakeServer,
): Omit<FakeWorld, 'registryUrl' | 'integrations'> {
  return {
    repository,
    server,
    async read(branch) {
      const tree = repository.branches.has(branch)
        ? repository.resolve(branch)!.tree
        : undefined;
      return (
        tree &&
        Object.fromEntries(
          [...tree].sort().map(([path, file]) => [path, file.content]),
        )
      );
    },
    authorOf: async branch => repository.resolve(branch)!.author,
    write: async files => repository.write('main', files),
    async pull(number) {
      const { title, description, state } = repository.pulls[number - 1];
      return { title, description, state };
    },
    merge: async number => repository.merge(number),
    close: async number => {
      repository.close(repository.pulls[number - 1]);
    },
    stop: () => server.stop(),
  };
}
