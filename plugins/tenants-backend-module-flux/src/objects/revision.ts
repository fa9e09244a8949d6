/**
 * The commit or digest of a revision as Flux spells it, `main@sha1:0123...` or, before 2.0,
 * `main/0123...`; the revision itself where it has none, as those of charts.
 */
export function commitOf(revision: string): string {
  return /(?:@sha\d+:|\/)([0-9a-f]{7,64})$/.exec(revision)?.[1] ?? revision;
}
