import { ConflictError } from '@backstage/errors';
import pLimit from 'p-limit';
import { ChangedFile, MergedChange } from '../Forge';
import { RepositoryApi } from '../RepositoryApi';
import { maximumFiles } from './assertChange';
import { maximumConcurrency } from './readFileInfos';

/** Reads what a merged pull request changed. */
export async function readMergedChange(
  api: RepositoryApi,
  number: number,
  signal?: AbortSignal,
): Promise<MergedChange> {
  const { pullRequests } = api;
  const pullRequest = await pullRequests.read(number, signal);
  if (pullRequest.state !== 'merged') {
    throw new ConflictError(
      `The pull request ${number} is ${pullRequest.state}, not merged.`,
    );
  }
  const { before, after } = await pullRequests.readRange(number, signal);
  const paths = await pullRequests.readPaths(number, signal);
  if (paths.length > maximumFiles) {
    throw new ConflictError(
      `The pull request ${number} changes more than ${maximumFiles} files, too many to be read.`,
    );
  }
  const limit = pLimit(maximumConcurrency);
  const readFile = async (path: string): Promise<ChangedFile> => ({
    path,
    before: await api.readText(path, before, signal),
    after: await api.readText(path, after, signal),
  });
  const files = await Promise.all(
    [...paths].sort().map(path => limit(() => readFile(path))),
  );
  return { pullRequest, files };
}
