import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';

/** Signals that arrive within this time lead to one refresh. */
export const signalWindowMs = 500;

/** The fallback for a browser that no signal reaches. */
export const pollIntervalMs = 30_000;

/** Refreshes when the backend signals a change of a tenant, and slowly while the page is visible. */
export function useLiveUpdates(refresh: () => void): void {
  useRefreshOnSignal(refresh);
  usePollWhileVisible(refresh);
}

function useRefreshOnSignal(refresh: () => void): void {
  const { lastSignal } = useSignal('tenants');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    if (!lastSignal || timer.current !== undefined) {
      return;
    }
    timer.current = setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, signalWindowMs);
  }, [lastSignal, refresh]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [refresh],
  );
}

/** Refreshes at an interval while the page is visible, and when it becomes visible again. */
export function usePollWhileVisible(refresh: () => void): void {
  useEffect(() => {
    const refreshIfVisible = () => {
      if (document.visibilityState === 'visible') {
        refresh();
      }
    };
    const timer = setInterval(refreshIfVisible, pollIntervalMs);
    document.addEventListener('visibilitychange', refreshIfVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refreshIfVisible);
    };
  }, [refresh]);
}
