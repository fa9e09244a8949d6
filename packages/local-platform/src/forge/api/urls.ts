import { ForgeContext } from '../core/ForgeContext';
import { isCommitId } from '../git/names';

/** The addresses under which the forge shows its things. */
export interface ForgeUrls {
  /** Page of the repository. */
  repository: string;
  /** API of the repository. */
  api: string;
  /** File or folder at a branch or commit, as Gitea addresses it. */
  source(ref: string, path: string): string;
  contents(ref: string, path: string): string;
  commit(id: string): string;
  commitApi(id: string): string;
  pull(number: number): string;
}

/** The addresses of a forge, absolute, or relative to its root with an empty `url`. */
export function createUrls({
  url,
  repository,
}: Pick<ForgeContext, 'url' | 'repository'>): ForgeUrls {
  const page = `${url}/${repository.owner}/${repository.name}`;
  const api = `${url}/api/v1/repos/${repository.owner}/${repository.name}`;
  return {
    repository: page,
    api,
    source: (ref, path) => {
      const kind = isCommitId(ref) ? 'commit' : 'branch';
      return `${page}/src/${kind}/${encodePath(ref)}/${encodePath(path)}`;
    },
    contents: (ref, path) =>
      `${api}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`,
    commit: id => `${page}/commit/${id}`,
    commitApi: id => `${api}/git/commits/${id}`,
    pull: number => `${page}/pulls/${number}`,
  };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
