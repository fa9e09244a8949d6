import { posix } from 'node:path';
import pLimit from 'p-limit';
import type { RepositoryApi } from '../RepositoryApi';

/** A file as the repository holds it. */
export interface RepositoryFileInfo {
  path: string;
  /** Git's id of the content. */
  blob: string;
  /** Git's mode, where the forge tells it. */
  mode?: string;
}

/** Requests to one forge at the same time. */
export const maximumConcurrency = 4;

/**
 * Finds out what the repository holds at some paths.
 *
 * The folders of the files are listed, which takes fewer requests than asking for each file. Only a
 * file that is alone in the change with its folder is asked for itself: folders such as
 * `hub/projects` hold a file for every tenant.
 */
export async function readFileInfos(
  api: Pick<RepositoryApi, 'listFolder' | 'findFile'>,
  ref: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, RepositoryFileInfo>> {
  const limit = pLimit(maximumConcurrency);
  const answers = await Promise.all(
    [...byFolder(paths)].map(([folder, inFolder]) =>
      limit(async () =>
        inFolder.length === 1
          ? [await api.findFile(inFolder[0], ref, signal)]
          : api.listFolder(folder, ref, signal),
      ),
    ),
  );
  const wanted = new Set(paths);
  return new Map(
    answers
      .flat()
      .filter(info => info !== undefined)
      .filter(({ path }) => wanted.has(path))
      .map(info => [info.path, info]),
  );
}

function byFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return folders;
}
