import { numberAt, textAt, valueAt } from './fields';
import { KubernetesApiError, KubernetesClient } from './KubernetesClient';
import { KubernetesKind } from './KubernetesKind';
import { ReceivedJson } from './responseBody';
import { backoffMs, pause, WatchTiming } from './timing';

export interface FollowChangesOptions {
  client: KubernetesClient;
  kind: KubernetesKind<unknown>;
  path: string;
  /** Resource version of the list that the changes follow on. */
  from: string;
  timing: WatchTiming;
  signal: AbortSignal;
  /** The server told something, be it that nothing has changed. */
  onProgress(): void;
  onPut(object: ReceivedJson): void;
  onDelete(object: unknown): void;
}

/** How one watch went. */
interface WatchEnd {
  /** Everything up to here has been told. */
  version: string;
  /** Whether it was of any use: it lasted, or told something. */
  useful: boolean;
  error?: unknown;
}

/** Watches that break at once, one after the other, before a list is needed. */
const toleratedFailures = 3;

/**
 * Watches a collection from a version on. A watch that ends or breaks is resumed where it was, so
 * that nothing is missed and nothing has to be listed again.
 *
 * Returns when only a new list can tell what there is: the server has forgotten the version, or
 * no watch lasts.
 *
 * @throws KubernetesApiError when watching is refused.
 */
export async function followChanges(
  options: FollowChangesOptions,
): Promise<void> {
  const { timing, signal } = options;
  let version = options.from;
  let failures = 0;
  while (!signal.aborted) {
    const end = await watchOnce(options, version);
    version = end.version;
    failures = end.useful ? 0 : failures + 1;
    if (isRefusal(end.error)) {
      throw end.error;
    }
    if (isExpired(end.error) || failures > toleratedFailures) {
      return;
    }
    if (end.error || !end.useful) {
      await pause(backoffMs(failures, timing), signal);
    }
  }
}

async function watchOnce(
  options: FollowChangesOptions,
  from: string,
): Promise<WatchEnd> {
  const { client, kind, path, timing, signal } = options;
  const query = {
    watch: 'true',
    allowWatchBookmarks: 'true',
    resourceVersion: from,
    timeoutSeconds: String(Math.ceil(timing.watchMs / 1000)),
    ...(kind.fieldSelector && { fieldSelector: kind.fieldSelector }),
  };
  const deadline = AbortSignal.timeout(timing.watchMs + timing.listTimeoutMs);
  const startedAt = performance.now();
  const end: WatchEnd = { version: from, useful: false };
  try {
    const events = client.watch(path, query, {
      signal: AbortSignal.any([signal, deadline]),
      idleMs: timing.watchIdleMs,
    });
    for await (const event of events) {
      end.version = apply(event, options) ?? end.version;
      end.useful = true;
    }
  } catch (error) {
    end.error = error;
  }
  end.useful ||= performance.now() - startedAt > timing.minimumBackoffMs;
  return end;
}

/** Returns the version that the event brings us to. */
function apply(
  { value: event, bytes }: ReceivedJson,
  { onProgress, onPut, onDelete }: FollowChangesOptions,
): string | undefined {
  const type = textAt(event, 'type');
  const object = valueAt(event, 'object');
  if (type === 'ERROR') {
    throw new KubernetesApiError(
      numberAt(object, 'code') ?? 500,
      textAt(object, 'message') ?? 'The watch ended with an error.',
    );
  }
  onProgress();
  if (type === 'DELETED') {
    onDelete(object);
  } else if (type === 'ADDED' || type === 'MODIFIED') {
    onPut({ value: object, bytes });
  }
  return textAt(object, 'metadata', 'resourceVersion');
}

/** Neither waiting nor listing helps against these. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof KubernetesApiError &&
    [401, 403, 404].includes(error.statusCode)
  );
}

function isExpired(error: unknown): boolean {
  return error instanceof KubernetesApiError && error.statusCode === 410;
}
