import { noise } from './numbers';

/**
 * Record time of the newest ledger update that a node has seen, Unix time in seconds: 1 to 6
 * seconds ago, or standing still since the given moment.
 */
export function lastSeenRecordTime(
  seed: string,
  timestamp: number,
  stoodStillSince: number | undefined,
): number {
  const moment = Math.min(timestamp, stoodStillSince ?? Infinity);
  return moment - 1 - 5 * noise(`${seed} lag`, moment, 20);
}
