import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git, GitRunOptions } from './Git';

/** A folder and an index of its own, in which a tree is put together before anybody sees it. */
export interface TemporaryIndex {
  /** An empty folder that is gone afterwards. */
  readonly directory: string;
  /** Runs git on this index; `GIT_WORK_TREE` is the temporary folder. */
  readonly git: Pick<Git, 'run' | 'text'>;
}

/** Gives `build` an empty index and removes it afterwards, whatever happens. */
export async function withTemporaryIndex<T>(
  git: Git,
  build: (index: TemporaryIndex) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-forge-'));
  const bind = (options: GitRunOptions = {}): GitRunOptions => ({
    ...options,
    cwd: directory,
    env: {
      ...options.env,
      GIT_INDEX_FILE: join(directory, '.index'),
      GIT_WORK_TREE: directory,
    },
  });
  try {
    return await build({
      directory,
      git: {
        run: (args, options) => git.run(args, bind(options)),
        text: (args, options) => git.text(args, bind(options)),
      },
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
