import { Server } from 'node:https';
import { Socket } from 'node:net';
import { FaultBoard } from '../../faults';
import { ApiContext } from './ApiContext';

interface FaultyServer {
  /** The cluster's name. */
  name: string;
  faults: FaultBoard;
  context: ApiContext;
}

/** How long watches last while they are dropped. */
const dropIntervalMs = 3_000;

/**
 * Lets faults take effect on what is open already: connections are cut, watches end, are dropped
 * again and again, or fall silent.
 *
 * Returns the function that stops listening to the fault board.
 */
export function connectFaults(
  server: Server,
  { name, faults, context }: FaultyServer,
): () => void {
  const { streams } = context;
  const sockets = new Set<Socket>();
  const isUnreachable = () => faults.isActive('unreachable-cluster', name);
  server.on('connection', (socket: Socket) => {
    if (isUnreachable()) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const drops = setInterval(
    () => context.faults.isOn('dropped-watches') && streams.dropAll(),
    dropIntervalMs,
  );
  const stop = faults.onChange(() => {
    if (isUnreachable()) {
      sockets.forEach(socket => socket.destroy());
    } else if (context.faults.endsWatches()) {
      streams.endAll();
    }
    streams.hold(context.faults.isOn('hanging-api-server'));
  });
  return () => {
    clearInterval(drops);
    stop();
  };
}
