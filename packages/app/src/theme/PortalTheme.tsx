import {
  useCallback,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { UnifiedThemeProvider } from '@backstage/theme';
import { darkTheme, lightTheme } from './themes';

/** Name that the tokens in `tokens.css` are written for. */
const themeName = 'tenantry';

/**
 * The portal in the theme that is chosen. Both themes share this component: one for each would make
 * every page anew when the theme changes, as it does at dusk, and forms would lose what was typed.
 */
export function PortalTheme({ children }: { children: ReactNode }) {
  const prefersDark = usePrefersDark();
  const chosen = useChosenTheme();
  const isDark = chosen === undefined ? prefersDark : chosen === 'dark';
  return (
    <UnifiedThemeProvider
      theme={isDark ? darkTheme : lightTheme}
      themeName={themeName}
    >
      {children}
    </UnifiedThemeProvider>
  );
}

/** Id of the theme that is chosen in the settings; absent while the system's is followed. */
function useChosenTheme(): string | undefined {
  const api = useApi(appThemeApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = api.activeThemeId$().subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [api],
  );
  return useSyncExternalStore(subscribe, () => api.getActiveThemeId());
}

function usePrefersDark(): boolean {
  const query = useMemo(
    () => window.matchMedia('(prefers-color-scheme: dark)'),
    [],
  );
  const subscribe = useCallback(
    (onChange: () => void) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => query.matches);
}
