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

/**
 * Makes an unreachable cluster cut every connection, and ends what is being written when the
 * credentials expire.
 *
 * Returns the function that stops listening to the fault board.
 */
export function connectFaults(
  server: Server,
  { name, faults, context }: FaultyServer,
): () => void {
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
  return faults.onChange(() => {
    if (isUnreachable()) {
      sockets.forEach(socket => socket.destroy());
    } else if (faults.isActive('expired-credentials', name)) {
      context.streams.endAll();
    }
  });
}
