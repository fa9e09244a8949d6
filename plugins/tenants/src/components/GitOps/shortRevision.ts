const length = 8;

/** A commit as people write it. */
export function shortRevision(revision: string): string {
  return revision.slice(0, length);
}
