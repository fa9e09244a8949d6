/** Values by the name of the parameter. */
export type Values = Record<string, unknown>;

/**
 * A tenant before or after a change: with the registry and the template, all that its files are
 * rendered from.
 */
export interface TenantState {
  client: string;
  /** Of the tenant as a whole. */
  values: Values;
  /** By name, in promotion order. */
  environments: ReadonlyMap<string, EnvironmentState>;
}

/** A tenant in one environment. */
export interface EnvironmentState {
  /** Of this environment alone; `allowList` is a list of CIDRs here. */
  values: Values;
  /** Name of the cluster it lives on. */
  cluster: string;
  /** Version of the template that its files are written by. */
  templateVersion: string;
}
