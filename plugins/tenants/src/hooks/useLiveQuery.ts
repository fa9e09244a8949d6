import { useCallback, useEffect, useRef, useState } from 'react';

/** What a page knows of one question to the backend. */
export interface LiveQuery<T> {
  /** The last answer; it stays while a newer one is awaited. */
  data?: T;
  /** Why the last attempt failed; `data` then holds the answer before it, if there was one. */
  error?: Error;
  /** Whether `data` still answers the question before this one. */
  isStale: boolean;
  /** Asks again without dropping what is known. */
  refresh: () => void;
}

interface Answer<T> {
  key: string;
  data?: T;
  error?: Error;
}

/**
 * Asks once for each key, and again on `refresh`. At most one request is under way; refreshes that
 * arrive meanwhile lead to one more, so that a busy stream of them can neither starve nor flood.
 *
 * @param key - names the question; a new key asks anew
 */
export function useLiveQuery<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): LiveQuery<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const loadRef = useRef(load);
  loadRef.current = load;
  const runRef = useRef<() => void>(() => {});

  useEffect(() => {
    const controller = new AbortController();
    const settle = (next: (previous?: Answer<T>) => Answer<T>) => {
      if (!controller.signal.aborted) {
        setAnswer(next);
      }
    };
    const askOnce = () =>
      loadRef.current(controller.signal).then(
        data => settle(() => ({ key, data })),
        error => settle(previous => failed(key, error, previous)),
      );
    runRef.current = oneAtATime(askOnce, controller.signal);
    runRef.current();
    return () => controller.abort();
  }, [key]);

  const refresh = useCallback(() => {
    runRef.current();
  }, []);
  return {
    data: answer?.data,
    error: answer?.error,
    isStale: answer !== undefined && answer.key !== key,
    refresh,
  };
}

function failed<T>(
  key: string,
  error: Error,
  previous: Answer<T> | undefined,
): Answer<T> {
  return {
    key,
    error,
    ...(previous?.key === key ? { data: previous.data } : {}),
  };
}

function oneAtATime(run: () => Promise<void>, signal: AbortSignal): () => void {
  let underWay = false;
  let again = false;
  return async () => {
    again = true;
    if (underWay) {
      return;
    }
    underWay = true;
    while (again && !signal.aborted) {
      again = false;
      await run();
    }
    underWay = false;
  };
}
