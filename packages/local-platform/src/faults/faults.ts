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
  'huge-object',
] as const;

/** What can go wrong with a cluster. */
export const clusterFaults = [
  'unreachable-cluster',
  'expired-credentials',
  'hanging-api-server',
  'dropped-watches',
  'expired-resource-version',
  'malformed-answers',
  'clock-skew',
] as const;

/** What can go wrong with one kind of objects in a cluster. */
export const kindFaults = ['forbidden-kind', 'missing-kind'] as const;

/** What can go wrong with the metrics API. */
export const metricsFaults = [
  'slow-metrics',
  'failing-metrics',
  'empty-metrics',
  'malformed-metrics',
] as const;

export type TenantFault = (typeof tenantFaults)[number];
export type ClusterFault = (typeof clusterFaults)[number];
export type KindFault = (typeof kindFaults)[number];
export type MetricsFault = (typeof metricsFaults)[number];
export type FaultName = TenantFault | ClusterFault | KindFault | MetricsFault;

/** Every fault there is. */
export const knownFaults: readonly FaultName[] = [
  ...tenantFaults,
  ...clusterFaults,
  ...kindFaults,
  ...metricsFaults,
];

/**
 * A fault that is switched on. The target is `<tenant>/<environment>` for a tenant fault, the
 * cluster's name for a cluster fault, `<cluster>/<resource>` for a fault of a kind, with its group as
 * in `devnet/certificates.cert-manager.io`, and `metrics` for a metrics fault.
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

const targetPatterns = [
  {
    names: tenantFaults,
    pattern: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    example: 'acme-01/devnet',
  },
  { names: clusterFaults, pattern: /^[a-z0-9-]+$/, example: 'devnet' },
  {
    names: kindFaults,
    pattern: /^[a-z0-9-]+\/[a-z]+(\.[a-z0-9.-]+)?$/,
    example: 'devnet/certificates.cert-manager.io',
  },
  { names: metricsFaults, pattern: /^metrics$/, example: 'metrics' },
];

function assertFault({ name, target }: Fault): void {
  const expected = targetPatterns.find(({ names }) =>
    (names as readonly FaultName[]).includes(name),
  );
  if (!expected) {
    throw new InputError(
      `There is no fault "${name}"; known are ${knownFaults.join(', ')}.`,
    );
  }
  if (!expected.pattern.test(target)) {
    throw new InputError(
      `The fault "${name}" needs a target such as ${expected.example}, not "${target}".`,
    );
  }
}
