import { act, render, screen } from '@testing-library/react';
import { seeEverything } from '../../__testUtils__';
import { OnSight } from './OnSight';

describe('OnSight', () => {
  afterEach(() => jest.useRealTimers());

  it('waits for what is not in sight, but not for ever', () => {
    jest.useFakeTimers();
    render(<OnSight>charts</OnSight>);
    act(() => jest.advanceTimersByTime(4_900));
    expect(screen.queryByText('charts')).toBeNull();
    act(() => jest.advanceTimersByTime(200));
    expect(screen.getByText('charts')).toBeVisible();
  });

  it('shows at once what comes into sight', () => {
    const stub = window.IntersectionObserver;
    seeEverything();
    render(<OnSight>charts</OnSight>);
    expect(screen.getByText('charts')).toBeVisible();
    window.IntersectionObserver = stub;
  });
});
