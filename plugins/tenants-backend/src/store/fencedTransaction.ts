import { Knex } from 'knex';
import { Lease, LeaseLostError } from '../leases';
import { BigInteger, leasesTable } from './DatabaseLeaseStore';

/** A transaction of holders of leases. */
export interface FencedTransaction {
  transaction: Knex.Transaction;
  /** Whether a lease is still held; it stays so until the transaction ends. */
  holds(lease: Lease): boolean;
}

/**
 * Writes for holders of leases. The rows of the leases are locked first, so that nobody can take
 * them over in between; locking by writing works alike in SQLite and PostgreSQL.
 */
export async function fencedTransaction<T>(
  knex: Knex,
  leases: readonly Lease[],
  write: (fenced: FencedTransaction) => Promise<T>,
): Promise<T> {
  const units = leases.map(({ unit }) => unit).sort();
  return knex.transaction(async transaction => {
    await transaction(leasesTable)
      .whereIn('unit', units)
      .update({ unit: transaction.ref('unit') });
    const rows = await transaction(leasesTable).whereIn('unit', units).select();
    const held = new Set(rows.map(keyOf));
    return write({ transaction, holds: lease => held.has(keyOf(lease)) });
  });
}

/** @throws LeaseLostError when another replica has taken the lease. */
export function requireHeld(fenced: FencedTransaction, lease: Lease): void {
  if (!fenced.holds(lease)) {
    throw new LeaseLostError(lease);
  }
}

function keyOf(row: {
  unit: string;
  holder: string | null;
  epoch: BigInteger;
}): string {
  return JSON.stringify([row.unit, row.holder, Number(row.epoch)]);
}
