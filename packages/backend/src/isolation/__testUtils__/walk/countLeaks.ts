import { Answer, ask } from './ask';
import { Leak } from './walk';

/** A list that tells how long it is, and what it lists. */
interface CountedList {
  route: string;
  path: string;
  counts(answer: any): number[];
  listed(answer: any): unknown[];
  /** Path of the next page, if there is one. */
  next?(answer: any): string | undefined;
}

const maximumPages = 50;

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

const countedLists: readonly CountedList[] = [
  {
    route: 'GET /api/tenants/v1/tenants',
    path: '/api/tenants/v1/tenants?limit=100',
    counts: ({ totalItems, healthCounts }) => [
      totalItems,
      sum(Object.values(healthCounts)),
    ],
    listed: ({ items }) => items,
  },
  {
    route: 'GET /api/catalog/entities/by-query',
    path: '/api/catalog/entities/by-query?limit=1000',
    counts: ({ totalItems }) => [totalItems],
    listed: ({ items }) => items,
  },
  {
    route: 'GET /api/search/query',
    path: '/api/search/query?term=&pageLimit=100',
    counts: ({ numberOfResults }) => [numberOfResults],
    listed: ({ results }) => results,
    next: ({ nextPageCursor }) =>
      nextPageCursor &&
      `/api/search/query?term=&pageLimit=100&pageCursor=${nextPageCursor}`,
  },
  {
    route: 'GET /api/scaffolder/v2/tasks',
    path: '/api/scaffolder/v2/tasks?limit=1000',
    counts: ({ totalTasks }) => [totalTasks],
    listed: ({ tasks }) => tasks,
  },
  {
    route: 'GET /api/notifications/notifications',
    path: '/api/notifications/notifications?limit=1000',
    counts: ({ totalCount }) => [totalCount],
    listed: ({ notifications }) => notifications,
  },
];

/** What is about all clients, so that no client is answered at all. */
const forOperators = [
  ['GET /api/tenants/v1/clusters', '/api/tenants/v1/clusters'],
  ['GET /api/tenants/v1/rollouts', '/api/tenants/v1/rollouts'],
  ['GET /api/tenants/v1/names/:name', '/api/tenants/v1/names/some-name'],
  ['GET /api/kubernetes/clusters', '/api/kubernetes/clusters'],
];

/** Numbers by which a client learns how much there is that it does not see. */
export async function countLeaks(url: string, token: string): Promise<Leak[]> {
  const read: Read = (route, path) =>
    ask(url, { route, method: 'GET', path }, token);
  const leaks = await Promise.all([
    ...countedLists.map(list => miscount(list, read)),
    ...forOperators.map(async ([route, path]) => {
      const { status } = await read(route, path);
      return status !== 403 && { route, path, status, leaked: 'is answered' };
    }),
  ]);
  return leaks.flatMap(leak => leak || []);
}

type Read = (route: string, path: string) => Promise<Answer>;

async function miscount(
  { route, path, counts, listed, next }: CountedList,
  read: Read,
): Promise<Leak | undefined> {
  const told = new Set<number>();
  let found = 0;
  let page: string | undefined = path;
  for (let pages = 0; page && pages < maximumPages; pages += 1) {
    const { status, text } = await read(route, page);
    if (status !== 200) {
      return { route, path, status, leaked: `is not answered: ${text}` };
    }
    const answer = JSON.parse(text);
    counts(answer).forEach(count => told.add(count));
    found += listed(answer).length;
    page = next?.(answer);
  }
  const leaked = `counts ${[...told]}, and lists ${found}`;
  return told.size === 1 && told.has(found)
    ? undefined
    : { route, path, status: 200, leaked };
}
