import { act, renderHook, waitFor } from '@testing-library/react';
import { useLiveQuery } from './useLiveQuery';

/** A request that the test answers when it likes. */
function controlledLoad() {
  const requests: {
    resolve: (value: string) => void;
    reject: (error: Error) => void;
    signal: AbortSignal;
  }[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      requests.push({ resolve, reject, signal });
    });
  return { requests, load };
}

function renderQuery(load: (signal: AbortSignal) => Promise<string>) {
  return renderHook(({ key }) => useLiveQuery(key, load), {
    initialProps: { key: 'first' },
  });
}

describe('useLiveQuery', () => {
  it('keeps the answer while a newer one is awaited', async () => {
    const { requests, load } = controlledLoad();
    const { result } = renderQuery(load);
    expect(result.current.data).toBeUndefined();
    await act(async () => requests[0].resolve('one'));
    act(() => result.current.refresh());
    expect(result.current.data).toBe('one');
    await act(async () => requests[1].resolve('two'));
    expect(result.current.data).toBe('two');
  });

  it('keeps the answer beside the error when a refresh fails, and drops the error later', async () => {
    const { requests, load } = controlledLoad();
    const { result } = renderQuery(load);
    await act(async () => requests[0].resolve('one'));
    act(() => result.current.refresh());
    await act(async () => requests[1].reject(new Error('gone')));
    expect(result.current).toMatchObject({
      data: 'one',
      error: { message: 'gone' },
    });
    act(() => result.current.refresh());
    await act(async () => requests[2].resolve('three'));
    expect(result.current.error).toBeUndefined();
  });

  it('asks one at a time, and once more for all refreshes that came meanwhile', async () => {
    const { requests, load } = controlledLoad();
    const { result } = renderQuery(load);
    act(() => {
      result.current.refresh();
      result.current.refresh();
      result.current.refresh();
    });
    expect(requests).toHaveLength(1);
    await act(async () => requests[0].resolve('one'));
    await waitFor(() => expect(requests).toHaveLength(2));
    await act(async () => requests[1].resolve('two'));
    expect(requests).toHaveLength(2);
  });

  it('shows the last answer as stale until the next question is answered', async () => {
    const { requests, load } = controlledLoad();
    const { result, rerender } = renderQuery(load);
    await act(async () => requests[0].resolve('one'));
    rerender({ key: 'second' });
    expect(result.current).toMatchObject({ data: 'one', isStale: true });
    expect(requests[0].signal.aborted).toBe(true);
    await act(async () => requests[1].resolve('two'));
    expect(result.current).toMatchObject({ data: 'two', isStale: false });
  });

  it('forgets the answer to another question when the next one fails', async () => {
    const { requests, load } = controlledLoad();
    const { result, rerender } = renderQuery(load);
    await act(async () => requests[0].resolve('one'));
    rerender({ key: 'second' });
    await act(async () => requests[1].reject(new Error('gone')));
    expect(result.current.data).toBeUndefined();
    expect(result.current.error?.message).toBe('gone');
  });

  it('aborts the request under way when the page is left', () => {
    const { requests, load } = controlledLoad();
    renderQuery(load).unmount();
    expect(requests[0].signal.aborted).toBe(true);
  });
});
