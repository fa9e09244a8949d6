import { LoggerService } from '@backstage/backend-plugin-api';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { FaultBoard } from '../../faults';
import { ObjectStore } from '../ObjectStore';
import { AccessControl, AccessToken } from './accessControl';
import { answer } from './answer';
import { ApiContext } from './ApiContext';
import { connectFaults } from './connectFaults';
import { ContainerLogs } from './logs/ContainerLogs';
import { simulatedLogs } from './logs/simulatedLogs';
import { reviewResources } from './reviewResources';
import { ServerFaults } from './ServerFaults';
import { StreamRegistry } from './StreamRegistry';
import { WatchHistory } from './watch/WatchHistory';

const defaultHistoryLimit = 5000;
const maxConnections = 1000;
/** Longer than clients keep a connection, so that none is closed while they write to it. */
const keepAliveTimeoutMs = 120_000;

export interface ApiServerOptions {
  /** The cluster's name, by which faults are switched on. */
  name: string;
  /** 0 for any that is free. */
  port: number;
  store: ObjectStore;
  /** In PEM. */
  tls: { key: string; cert: string };
  tokens: readonly AccessToken[];
  faults: FaultBoard;
  logger: LoggerService;
  /** What containers write; a few lines made from their status when absent. */
  logs?: ContainerLogs;
  /** How many changes a watch may lag behind at least; 5000 when absent. */
  historyLimit?: number;
  /** The clock; the system's when absent. */
  now?: () => Date;
}

export interface ApiServer {
  /** Such as `https://localhost:7110`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a store as a Kubernetes API on the loopback interface.
 *
 * @throws an error with the code EADDRINUSE when the port is taken.
 */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<ApiServer> {
  const { name, port, tls, faults, logger } = options;
  const context = createContext(options);
  const server = createServer(tls, (request, response) =>
    answer(request, response, { context, logger }),
  );
  server.maxConnections = maxConnections;
  server.keepAliveTimeout = keepAliveTimeoutMs;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // Only now: a port that is taken must not leave anything running.
  const disconnectFaults = connectFaults(server, { name, faults, context });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      disconnectFaults();
      context.history.close();
      context.streams.endAll();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createContext(options: ApiServerOptions): ApiContext {
  const { store, tokens, historyLimit = defaultHistoryLimit } = options;
  const faults = new ServerFaults({
    cluster: options.name,
    faults: options.faults,
  });
  return {
    store,
    get resources() {
      return [...store.resources, ...reviewResources].filter(
        definition => !faults.isOnFor('missing-kind', definition),
      );
    },
    faults,
    accessControl: new AccessControl(tokens),
    history: new WatchHistory(store, historyLimit),
    streams: new StreamRegistry(),
    logs: options.logs ?? simulatedLogs,
    now: options.now ?? (() => new Date()),
  };
}
