const length = 8;

/** A revision as people write it. */
export function shortRevision(revision: string): string {
  return revision.slice(0, length);
}
