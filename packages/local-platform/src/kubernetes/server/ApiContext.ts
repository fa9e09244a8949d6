import { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { ObjectStore } from '../ObjectStore';
import { ResourceDefinition } from '../resources';
import { AccessControl, User } from './accessControl';
import { ContainerLogs } from './logs/ContainerLogs';
import { Target } from './parseTarget';
import { ServerFaults } from './ServerFaults';
import { StreamRegistry } from './StreamRegistry';
import { WatchHistory } from './watch/WatchHistory';

/** What the handlers of one API server share. */
export interface ApiContext {
  store: ObjectStore;
  /** All that is served: what the store holds, and the reviews. */
  resources: readonly ResourceDefinition[];
  accessControl: AccessControl;
  history: WatchHistory;
  streams: StreamRegistry;
  faults: ServerFaults;
  logs: ContainerLogs;
  now: () => Date;
}

/** A request whose sender is known. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  user: User;
  /** @throws ApiError when it is too large. */
  readBody(): Promise<Buffer>;
}

/** A request about objects, with all that it takes to answer it. */
export interface Call {
  target: Target;
  request: ApiRequest;
  context: ApiContext;
}

/** An answer as a whole, or one that is written over time. */
export type Reply =
  | {
      code: number;
      body: object | string;
      contentType?: string;
      /** What a client shows to its user, though all went well. */
      warnings?: readonly string[];
    }
  | { stream(response: ServerResponse): void };

/** An answer with the code 200. */
export function ok(body: object): Reply {
  return { code: 200, body };
}
