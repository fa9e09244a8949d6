/** A request that somebody sends to learn of a client. */
export interface Probe {
  /** The route that it is for, such as `GET /api/catalog/entities/by-uid/:uid`. */
  route: string;
  method: string;
  /** With the query, as it is sent. */
  path: string;
  headers?: Record<string, string>;
  body?: object;
  /** What it says besides the names of the client, by which an answer may repeat it. */
  says?: string[];
}

const readingPosts =
  /\/(by-query|by-refs|entity-facets|authorize|preview|plan|multiget|validate-entity|analyze-location|apply-conditions|query|services\/[^/]+)(\?|$)|\/autocomplete\//;

/** Whether it only reads, so that it can be sent to a portal that somebody uses. */
export function isReading({ method, path }: Probe): boolean {
  return method === 'GET' || (method === 'POST' && readingPosts.test(path));
}
