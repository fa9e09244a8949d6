import { ask } from './ask';
import { absentNames, Client, ClientNames } from './Client';
import { Asked, differenceOf, markIn } from './answers';
import { Probe } from './Probe';

const atOnce = 8;
/** What is shown of the caller's own may change between two requests. */
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
  const twins = probes(absent);
  const pairs = probes(client.names).map((probe, index) => ({
    probe: { probe, names: client.names },
    twin: { probe: twins[index], names: absent },
  }));
  const leaks = await inTurns(pairs, pair => leakOf(options, pair));
  return leaks.flatMap(leak => leak || []);
}

type Question = Pick<Asked, 'probe' | 'names'>;

async function leakOf(
  options: WalkOptions,
  { probe, twin }: { probe: Question; twin: Question },
): Promise<Leak | undefined> {
  let leak: Leak | undefined;
  for (let looks = 0; looks < maximumLooks; looks += 1) {
    const asked = await askFor(options, probe);
    const mark = markIn(options.client, asked);
    if (mark) {
      return toLeak(asked, mark);
    }
    const difference = differenceOf(asked, await askFor(options, twin));
    if (!difference) {
      return undefined;
    }
    leak = toLeak(asked, difference);
  }
  return leak;
}

async function askFor(
  { url, token }: WalkOptions,
  question: Question,
): Promise<Asked> {
  return { ...question, answer: await ask(url, question.probe, token) };
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
