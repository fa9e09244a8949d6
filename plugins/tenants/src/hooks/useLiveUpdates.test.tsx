import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  pollIntervalMs,
  signalWindowMs,
  useLiveUpdates,
} from './useLiveUpdates';

function renderUpdates() {
  let send: (message: object) => void = () => {};
  const signals = {
    subscribe: (channel: string, onMessage: (message: any) => void) => {
      expect(channel).toBe('tenants');
      send = onMessage;
      return { unsubscribe: () => {} };
    },
  };
  const refresh = jest.fn();
  const view = renderHook(() => useLiveUpdates(refresh), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[signalApiRef, signals]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return { ...view, refresh, signal: () => act(() => send({})) };
}

function setVisibility(state: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
}

describe('useLiveUpdates', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('refreshes once for signals that arrive together', () => {
    const { refresh, signal } = renderUpdates();
    signal();
    signal();
    expect(refresh).not.toHaveBeenCalled();
    jest.advanceTimersByTime(signalWindowMs);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is not held off for ever by a steady stream of signals', () => {
    const { refresh, signal } = renderUpdates();
    for (let sent = 0; sent < 10; sent++) {
      signal();
      jest.advanceTimersByTime(signalWindowMs / 2);
    }
    expect(refresh.mock.calls.length).toBeGreaterThanOrEqual(4);
  });

  it('polls slowly while the page is visible', () => {
    setVisibility('visible');
    const { refresh } = renderUpdates();
    jest.advanceTimersByTime(pollIntervalMs * 2);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('does not poll while the page is hidden, and catches up when it is shown', () => {
    setVisibility('hidden');
    const { refresh } = renderUpdates();
    jest.advanceTimersByTime(pollIntervalMs * 3);
    expect(refresh).not.toHaveBeenCalled();
    setVisibility('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('stops when the page is left', () => {
    setVisibility('visible');
    const { refresh, signal, unmount } = renderUpdates();
    signal();
    unmount();
    jest.advanceTimersByTime(pollIntervalMs * 2);
    expect(refresh).not.toHaveBeenCalled();
  });
});
