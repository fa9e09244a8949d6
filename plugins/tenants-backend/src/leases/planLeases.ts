import { createHash } from 'node:crypto';
import { Lease, LeaseRow } from './Lease';

export interface PlanLeasesOptions {
  replica: string;
  /** All units that there is something to do for. */
  wanted: readonly string[];
  leases: readonly LeaseRow[];
  /** Those that live, this one included. */
  replicas: ReadonlySet<string>;
}

export interface LeasePlan {
  claim: string[];
  release: Lease[];
}

/**
 * What one replica should take and give up, so that each has its share: as many units as go to
 * everybody, rounded up. Pure; whoever has the same view comes to a plan that fits.
 */
export function planLeases(options: PlanLeasesOptions): LeasePlan {
  const { replica, wanted, leases, replicas } = options;
  const wantedUnits = new Set(wanted);
  const mine = leases.filter(isHeldBy(replica));
  const useful = mine.filter(({ unit }) => wantedUnits.has(unit));
  const useless = mine.filter(({ unit }) => !wantedUnits.has(unit));
  const share = Math.ceil(wanted.length / replicas.size);
  const held = new Set(
    leases.flatMap(({ unit, holder }) =>
      holder && replicas.has(holder) ? [unit] : [],
    ),
  );
  const free = wanted.filter(unit => !held.has(unit));
  return {
    claim: inOrderOf(replica, free).slice(
      0,
      Math.max(0, share - useful.length),
    ),
    release: [...useless, ...useful.slice(share)],
  };
}

function isHeldBy(replica: string) {
  return (row: LeaseRow): row is Lease => row.holder === replica;
}

/** Each replica begins elsewhere, so that they seldom reach for the same. */
function inOrderOf(replica: string, units: readonly string[]): string[] {
  const rank = (unit: string) =>
    createHash('sha256').update(`${replica} ${unit}`).digest('hex');
  return units
    .map(unit => ({ unit, rank: rank(unit) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : 1))
    .map(({ unit }) => unit);
}
