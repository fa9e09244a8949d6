/** How long what is simulated takes, in milliseconds. */
export interface Timings {
  /** From a change to the GitOps engine's look at it. */
  reconcile: number;
  /** A sync operation. */
  sync: number;
  /** Between two attempts to heal an Application; three times as long after each failure. */
  selfHeal: number;
  /** Between two looks of the GitOps engine at the repository. */
  poll: number;
  scheduling: number;
  /** Pulling the image and creating the containers of a pod. */
  creating: number;
  /** From the start of a container to its readiness, at least; at most twice as long. */
  startUp: number;
  /** How long a crash-looping container runs. */
  crash: number;
  /** First pause before a crashed container is started again; doubles with each crash. */
  crashBackOff: number;
  /** How long a job's pod runs. */
  job: number;
  /** Reading an external secret. */
  secret: number;
  /** Issuing a certificate. */
  certificate: number;
  /** Creating a volume. */
  volume: number;
}

const realTimings: Timings = {
  reconcile: 300,
  sync: 1_500,
  selfHeal: 5_000,
  poll: 30_000,
  scheduling: 300,
  creating: 2_000,
  startUp: 5_000,
  crash: 8_000,
  crashBackOff: 10_000,
  job: 20_000,
  secret: 1_500,
  certificate: 6_000,
  volume: 1_000,
};

/** Believable timings, so many times faster; only the look at the repository keeps its pace. */
export function timingsAtSpeed(speed: number): Timings {
  const scaled = Object.entries(realTimings).map(([name, ms]) => [
    name,
    name === 'poll' ? ms : ms / speed,
  ]);
  return Object.fromEntries(scaled) as unknown as Timings;
}
