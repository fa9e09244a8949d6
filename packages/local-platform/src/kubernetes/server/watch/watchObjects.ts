import { ServerResponse } from 'node:http';
import { KubernetesObject, StoreEvent } from '../../ObjectStore';
import { ApiContext, Call, Reply } from '../ApiContext';
import { badRequest } from '../ApiError';
import { Representation } from '../Representation';
import { Selection } from '../Selection';
import { toStatus } from '../toStatus';
import { WatchStream } from './WatchStream';

const defaultTimeoutSeconds = 1800;
const maxTimeoutSeconds = 3600;

interface Watch {
  selection: Selection;
  representation: Representation;
  query: URLSearchParams;
  context: ApiContext;
  timeoutSeconds: number;
}

/**
 * Sends the changes of the selected objects, one JSON document per line, until the time is over.
 *
 * @throws ApiError or InputError when the request is malformed.
 */
export function watchObjects(call: Call): Reply {
  const { target, request, context } = call;
  const { query } = request;
  const watch = {
    selection: new Selection(target, query),
    representation: new Representation(call),
    query,
    context,
    timeoutSeconds: readTimeout(query.get('timeoutSeconds')),
  };
  return { stream: response => run(watch, response) };
}

function run(watch: Watch, response: ServerResponse): void {
  const { selection, representation, context } = watch;
  const stream = openStream(watch, response);
  const send = (event: StoreEvent) => {
    const seen = asSeenBy(selection, event);
    if (seen) {
      stream.send(seen.type, representation.one(seen.object));
    }
  };
  try {
    sendPast(stream, watch, send);
    stream.onClose(context.store.watch(send));
  } catch (error) {
    // A watch reports what is wrong with its starting point as its first event.
    stream.send('ERROR', toStatus(error));
    stream.end();
  }
}

function openStream(watch: Watch, response: ServerResponse): WatchStream {
  const { representation, query, context, timeoutSeconds } = watch;
  const bookmark = () => representation.bookmark(context.store.resourceVersion);
  const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';
  context.streams.add(response);
  return new WatchStream(response, {
    timeoutSeconds,
    bookmark: wantsBookmarks ? bookmark : undefined,
  });
}

/** Sends the state that the watch starts from, or what happened since the version it names. */
function sendPast(
  stream: WatchStream,
  { selection, representation, query, context }: Watch,
  send: (event: StoreEvent) => void,
): void {
  const from = query.get('resourceVersion') ?? '';
  const wantsInitialEvents = query.get('sendInitialEvents') === 'true';
  if (!wantsInitialEvents && from !== '' && from !== '0') {
    context.history.since(from).forEach(send);
    return;
  }
  selection
    .list(context)
    .forEach(object => stream.send('ADDED', representation.one(object)));
  if (wantsInitialEvents) {
    const annotations = { 'k8s.io/initial-events-end': 'true' };
    const { resourceVersion } = context.store;
    stream.send(
      'BOOKMARK',
      representation.bookmark(resourceVersion, annotations),
    );
  }
}

/** A change as it looks through a selector: what stops matching is gone, what starts is new. */
function asSeenBy(
  selection: Selection,
  { type, object, previous }: StoreEvent,
): { type: StoreEvent['type']; object: KubernetesObject } | undefined {
  const matches = selection.matches(object);
  if (type !== 'MODIFIED') {
    return matches ? { type, object } : undefined;
  }
  const matched = selection.matches(previous);
  if (matches) {
    return { type: matched ? 'MODIFIED' : 'ADDED', object };
  }
  return matched ? { type: 'DELETED', object } : undefined;
}

function readTimeout(text: string | null): number {
  if (text === null) {
    return defaultTimeoutSeconds;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw badRequest(`timeoutSeconds must be a whole number, not "${text}"`);
  }
  return Math.min(Number(text) || defaultTimeoutSeconds, maxTimeoutSeconds);
}
