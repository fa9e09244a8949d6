import { readMergedChange } from './change/readMergedChange';
import { proposeChange } from './change/proposeChange';
import { Forge } from './Forge';
import { RepositoryApi } from './RepositoryApi';

/** Creates a forge from the API of one kind of forge. */
export function createRepositoryForge(api: RepositoryApi): Forge {
  return {
    proposeChange: (change, { signal } = {}) =>
      proposeChange(api, change, signal),
    readPullRequest: (number, { signal } = {}) =>
      api.pullRequests.read(number, signal),
    listPullRequests: (limit, { signal } = {}) =>
      api.pullRequests.list(limit, signal),
    readChangedPaths: (number, { signal } = {}) =>
      api.pullRequests.readPaths(number, signal),
    listCommits: (limit, { signal } = {}) => api.listCommits(limit, signal),
    readCommitPaths: (id, { signal } = {}) => api.readCommitPaths(id, signal),
    findOpenPullRequest: (branch, { signal } = {}) =>
      api.pullRequests.findOpen(branch, signal),
    readChange: (number, { signal } = {}) =>
      readMergedChange(api, number, signal),
  };
}
