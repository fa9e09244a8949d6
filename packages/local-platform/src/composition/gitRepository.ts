import { Forge } from '../forge';
import { GitRepository } from '../gitops';

const branch = 'main';

/** The forge's repository as the GitOps engine reads it. */
export function gitRepository(forge: Forge, url: string): GitRepository {
  async function read(revision: string) {
    const tree = await forge.readTree(revision);
    const files = tree.files.map(
      ({ path, content }) => [path, content] as const,
    );
    return { revision: tree.revision, files: new Map(files) };
  }
  return {
    url,
    read,
    async head() {
      const { revision } = await forge.commitInfo(branch);
      return revision;
    },
    onPush: listener =>
      forge.onPush(push => {
        if (push.branch === branch) {
          listener();
        }
      }),
  };
}
