import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appThemeApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PortalTheme } from './PortalTheme';

const themes = (['light', 'dark'] as const).map(variant => ({
  id: variant,
  title: variant,
  variant,
  Provider: PortalTheme,
}));

/** A portal of a field; what the system prefers and what is chosen in the settings can change. */
function renderPortal(given: { chosen?: string; prefersDark?: boolean }) {
  const state = { ...given };
  const media = new EventTarget();
  const choices = new Set<(chosen?: string) => void>();
  const query = Object.assign(media, {
    addListener: (listener: () => void) =>
      media.addEventListener('change', listener),
    removeListener: (listener: () => void) =>
      media.removeEventListener('change', listener),
  });
  Object.defineProperty(query, 'matches', {
    get: () => state.prefersDark ?? false,
  });
  window.matchMedia = () => query as unknown as MediaQueryList;
  const api = {
    getInstalledThemes: () => themes,
    getActiveThemeId: () => state.chosen,
    activeThemeId$: () => ({
      subscribe(listener: () => void) {
        choices.add(listener);
        return { unsubscribe: () => choices.delete(listener) };
      },
    }),
  };
  renderInTestApp(<input aria-label="Reason" />, {
    apis: [[appThemeApiRef, api as never]],
  });
  return (change: typeof given) =>
    act(() => {
      Object.assign(state, change);
      choices.forEach(listener => listener(state.chosen));
      const matches = state.prefersDark ?? false;
      media.dispatchEvent(Object.assign(new Event('change'), { matches }));
    });
}

const themeMode = () => document.body.getAttribute('data-theme-mode');

describe('PortalTheme', () => {
  it.each([
    ['light', {}],
    ['dark', { prefersDark: true }],
    ['light', { prefersDark: true, chosen: 'light' }],
    ['dark', { prefersDark: false, chosen: 'dark' }],
  ])('is %s, given %j', async (mode, given) => {
    renderPortal(given);
    await screen.findByLabelText('Reason');
    expect(themeMode()).toBe(mode);
  });

  it('keeps what is typed when the system turns dark', async () => {
    const change = renderPortal({});
    const field = await screen.findByLabelText('Reason');
    await userEvent.type(field, 'The contract has ended.');
    change({ prefersDark: true });
    expect(themeMode()).toBe('dark');
    expect(screen.getByLabelText('Reason')).toBe(field);
    expect(field).toHaveValue('The contract has ended.');
  });

  it('follows what is chosen in the settings', async () => {
    const change = renderPortal({ prefersDark: true });
    await screen.findByLabelText('Reason');
    change({ chosen: 'light' });
    expect(themeMode()).toBe('light');
  });
});
