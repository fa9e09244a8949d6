import { findMergeBase } from '../git/commits';
import { Git } from '../git/Git';
import { MergeResult, mergeTrees } from '../git/mergeTrees';
import { emptyTree } from '../git/names';

/** What merging one commit into another would give. */
export type MergePreview = MergeResult & {
  /** The common ancestor; the empty tree for unrelated histories. */
  mergeBase: string;
};

/** Tries merges, and remembers the answers: two commits always merge the same way. */
export interface MergeCheck {
  preview(commits: { base: string; head: string }): Promise<MergePreview>;
}

const maximumRemembered = 500;

/** Creates a check that remembers the latest 500 answers. */
export function createMergeCheck(git: Git): MergeCheck {
  const remembered = new Map<string, Promise<MergePreview>>();

  return {
    async preview({ base, head }) {
      const key = `${base} ${head}`;
      const known = remembered.get(key);
      if (known) return known;
      const preview = tryMerge(git, base, head);
      remembered.set(key, preview);
      preview.catch(() => remembered.delete(key));
      if (remembered.size > maximumRemembered) {
        remembered.delete(remembered.keys().next().value!);
      }
      return preview;
    },
  };
}

async function tryMerge(
  git: Git,
  base: string,
  head: string,
): Promise<MergePreview> {
  const mergeBase = (await findMergeBase(git, base, head)) ?? emptyTree;
  const result = await mergeTrees(git, {
    base: mergeBase,
    ours: base,
    theirs: head,
  });
  return { ...result, mergeBase };
}
