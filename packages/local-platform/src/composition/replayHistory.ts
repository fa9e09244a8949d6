import { SimulatedClock } from '../clock';
import { FaultBoard } from '../faults';
import { GitOpsEngine, RepositoryTree } from '../gitops';
import { sampleClients, sampleFaults } from '../sample';

interface Moment {
  hoursAgo: number;
  happen(): void;
}

export interface HistoryOptions {
  clock: SimulatedClock;
  engine: GitOpsEngine;
  faults: FaultBoard;
  /** The repository as it is now. */
  tree: RepositoryTree;
  /** When the history ends. */
  now: Date;
}

const hourMs = 60 * 60_000;
/** Time for a new client to get ready, many times over. */
const settlingMs = 5 * 60_000;
/** Longer gaps are skipped, as if the machine had slept. */
const longestLivedGapMs = 6 * hourMs;

/** When the platform's history begins, in hours before now. */
export const historyHours =
  Math.max(...sampleClients.map(client => client.onboardedHoursAgo)) + 24;

/**
 * Lets the clusters live through what has happened up to now: one client after the other comes,
 * faults begin. Afterwards everything is as old, as ready and as broken as it should be.
 */
export function replayHistory(options: HistoryOptions): void {
  const { clock, now } = options;
  for (const { hoursAgo, happen } of momentsOf(options)) {
    passTime(clock, new Date(now.getTime() - hoursAgo * hourMs));
    happen();
    clock.advance(settlingMs);
  }
  passTime(clock, now);
}

function momentsOf({ engine, faults, tree }: HistoryOptions): Moment[] {
  const arrivals = arrivalsOf(tree);
  const isThere = (client: string, hoursAgo: number) =>
    arrivals.get(client)! >= hoursAgo;
  const times = [historyHours, ...new Set(arrivals.values())];
  return [
    ...times.map(hoursAgo => ({
      hoursAgo,
      happen: () =>
        engine.refresh(only(tree, client => isThere(client, hoursAgo))),
    })),
    ...sampleFaults
      .filter(({ fault }) => arrivals.has(fault.target.split('/')[0]))
      .map(({ fault, hoursAgo }) => ({
        hoursAgo,
        happen: () => faults.switchOn(fault),
      })),
  ].sort((left, right) => right.hoursAgo - left.hoursAgo);
}

/** When each client in the repository came, in hours before now; not from the samples: 1. */
function arrivalsOf({ files }: RepositoryTree): Map<string, number> {
  const clients = [...files.keys()].flatMap(path => clientOf(path) ?? []);
  return new Map(
    clients.map(name => {
      const sample = sampleClients.find(({ client }) => client === name);
      return [name, sample?.onboardedHoursAgo ?? 1];
    }),
  );
}

/** The repository as it was when only some of the clients were in it. */
function only(
  tree: RepositoryTree,
  isThere: (client: string) => boolean,
): RepositoryTree {
  const files = [...tree.files].filter(([path]) => {
    const client = clientOf(path);
    return client === undefined || isThere(client);
  });
  return { ...tree, files: new Map(files) };
}

function clientOf(path: string): string | undefined {
  return /^(?:clients\/([^/]+)\/|hub\/(?:projects|realms)\/([^/]+)\.yaml$)/
    .exec(path)
    ?.slice(1)
    .find(Boolean);
}

function passTime(clock: SimulatedClock, until: Date): void {
  const gapMs = until.getTime() - clock.now().getTime();
  if (gapMs > longestLivedGapMs) {
    clock.skipTo(until);
  } else if (gapMs > 0) {
    clock.advance(gapMs);
  }
}
