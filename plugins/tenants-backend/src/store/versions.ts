import { Knex } from 'knex';
import { BigInteger } from './DatabaseLeaseStore';

/** How many writes there have been of each kind. */
export interface Versions {
  observations: number;
  servers: number;
  statuses: number;
}

const versionsTable = 'tenant_versions';

/** The cheap question whether anything is new. */
export async function readVersions(knex: Knex): Promise<Versions> {
  const rows = await knex<{ name: keyof Versions; value: BigInteger }>(
    versionsTable,
  ).select();
  const versions: Versions = { observations: 0, servers: 0, statuses: 0 };
  rows.forEach(({ name, value }) => {
    versions[name] = Number(value);
  });
  return versions;
}

/**
 * The version of what a transaction is about to write. Others wait for the transaction to end, so
 * that whoever reads a version finds everything up to it.
 */
export async function nextVersion(
  transaction: Knex.Transaction,
  name: keyof Versions,
): Promise<number> {
  await transaction(versionsTable).where({ name }).increment('value', 1);
  const { value } = await transaction(versionsTable).where({ name }).first();
  return Number(value);
}
