/**
 * The values that every tenant template has, beside those of its own.
 */
export interface TenantValues {
  /** Name of the tenant. */
  client: string;
  /** Names of environments. */
  environments: string[];
  /** CIDRs by environment. */
  allowList: Record<string, string[]>;
  [name: string]: unknown;
}
