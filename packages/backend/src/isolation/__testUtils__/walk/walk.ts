import { ask } from './ask';
import { absentNames, Client, ClientNames } from './Client';
import { Asked, leakOf } from './leakOf';
import { Probe } from './Probe';

const atOnce = 8;
/** What is shown of oneself may change between two requests. */
const maximumLooks = 3;

/** An answer that tells of a client what the caller may not know. */
export interface Leak {
  route: string;
  /** Path that was asked. */
  path: string;
  status: number;
  leaked: string;
}

export interface WalkOptions {
  /** Address of the portal. */
  url: string;
  /** Whose things are asked for. */
  client: Client;
  /** Token of who asks; nobody without. */
  token: string | undefined;
  /** The requests with the given names, in the same order for all names. */
  probes: (names: ClientNames) => Probe[];
}

/** Asks for a client, and for one that does not exist, and compares the answers. */
export async function walk(options: WalkOptions): Promise<Leak[]> {
  const { client, probes } = options;
  const absent = absentNames(client.names);
  const ofAbsent = probes(absent);
  const pairs = probes(client.names).map((probe, index) => ({
    probe,
    twin: ofAbsent[index],
  }));
  const leaks = await inTurns(pairs, async ({ probe, twin }) => {
    let leaked: string | undefined;
    let asked: Asked;
    let looks = 0;
    do {
      asked = await askFor(options, probe, client.names);
      leaked = leakOf(client, asked, await askFor(options, twin, absent));
      looks += 1;
    } while (leaked && looks < maximumLooks);
    return leaked && toLeak(asked, leaked);
  });
  return leaks.flatMap(leak => leak || []);
}

async function askFor(
  { url, token }: WalkOptions,
  probe: Probe,
  names: ClientNames,
): Promise<Asked> {
  return { probe, names, answer: await ask(url, probe, token) };
}

function toLeak({ probe, answer }: Asked, leaked: string): Leak {
  const { route, path } = probe;
  return { route, path, status: answer.status, leaked };
}

/** A few at once, each as soon as another has ended. */
async function inTurns<T, Result>(
  items: T[],
  work: (item: T) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) {
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
