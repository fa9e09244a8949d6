import { Git } from '../git/Git';
import { noCommit } from '../git/names';
import { branchReference, readBranches } from '../git/references';
import { Push } from '../types';

/**
 * Finds out which branches changed since it last looked.
 *
 * Comparing the branches, instead of trusting each writer to report, gives every change exactly
 * once and in order, whether it came by git push, by API or by the web page.
 */
export interface PushLog {
  /** What changed since the last call, in the name of `pusher`. */
  collect(pusher: string): Promise<Push[]>;
}

/** Creates a log that counts from the present state of the branches. */
export async function createPushLog(git: Git): Promise<PushLog> {
  let known = await readBranches(git);
  return {
    async collect(pusher) {
      const current = await readBranches(git);
      const branches = new Set([...known.keys(), ...current.keys()]);
      const pushes = [...branches]
        .map(branch => ({
          ref: branchReference(branch),
          branch,
          before: known.get(branch) ?? noCommit,
          after: current.get(branch) ?? noCommit,
          pusher,
        }))
        .filter(push => push.before !== push.after);
      known = current;
      return pushes;
    },
  };
}
