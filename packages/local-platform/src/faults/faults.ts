import { InputError } from '@backstage/errors';

/**
 * What can go wrong with one tenant environment, by the name that the command line takes.
 */
export const tenantFaults = [
  'crash-looping-participant',
  'failed-sync',
  'drift',
  'expiring-certificate',
  'unsynced-secret',
  'low-traffic-balance',
  'lagging-ledger',
  'waiting-for-onboarding',
  'unhealthy-automation',
  'lost-sequencers',
] as const;

/** What can go wrong with a cluster. */
export const clusterFaults = [
  'unreachable-cluster',
  'expired-credentials',
] as const;

/** What can go wrong with the metrics API. */
export const metricsFaults = [
  'slow-metrics',
  'failing-metrics',
  'empty-metrics',
  'malformed-metrics',
] as const;

export type TenantFault = (typeof tenantFaults)[number];
export type ClusterFault = (typeof clusterFaults)[number];
export type MetricsFault = (typeof metricsFaults)[number];
export type FaultName = TenantFault | ClusterFault | MetricsFault;

/**
 * A fault that is switched on. The target is `<tenant>/<environment>` for a tenant fault, the
 * cluster's name for a cluster fault, and `metrics` for a metrics fault.
 */
export interface Fault {
  name: FaultName;
  target: string;
}

/**
 * The faults that are switched on; every simulator asks here, and none keeps a copy.
 */
export class FaultBoard {
  readonly #active = new Map<string, Fault>();
  readonly #listeners = new Set<() => void>();

  list(): Fault[] {
    return [...this.#active.values()];
  }

  isActive(name: FaultName, target: string): boolean {
    return this.#active.has(`${name} ${target}`);
  }

  /** @throws InputError when the fault does not exist, or the target does not fit it. */
  switchOn(fault: Fault): void {
    assertFault(fault);
    this.#active.set(`${fault.name} ${fault.target}`, fault);
    this.#notify();
  }

  switchOff(fault: Fault): void {
    this.#active.delete(`${fault.name} ${fault.target}`);
    this.#notify();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #notify(): void {
    this.#listeners.forEach(listener => listener());
  }
}

function assertFault({ name, target }: Fault): void {
  const includes = (names: readonly string[]) => names.includes(name);
  if (includes(tenantFaults)) {
    if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(target)) {
      throw new InputError(
        `The fault "${name}" needs a target such as acme-01/devnet, not "${target}".`,
      );
    }
  } else if (includes(metricsFaults)) {
    if (target !== 'metrics') {
      throw new InputError(
        `The fault "${name}" has the target metrics, not "${target}".`,
      );
    }
  } else if (!includes(clusterFaults)) {
    const known = [...tenantFaults, ...clusterFaults, ...metricsFaults];
    throw new InputError(
      `There is no fault "${name}"; known are ${known.join(', ')}.`,
    );
  }
}
