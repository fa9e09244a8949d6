import type { ReactNode } from 'react';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { darkTheme, lightTheme } from './themes';

/** Name that the tokens in `tokens.css` are written for. */
const themeName = 'tenantry';

const light = ThemeBlueprint.make({
  name: 'light',
  params: {
    theme: {
      id: 'light',
      title: 'Light',
      variant: 'light',
      icon: <RiSunLine />,
      Provider: ({ children }: { children: ReactNode }) => (
        <UnifiedThemeProvider theme={lightTheme} themeName={themeName}>
          {children}
        </UnifiedThemeProvider>
      ),
    },
  },
});

const dark = ThemeBlueprint.make({
  name: 'dark',
  params: {
    theme: {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      icon: <RiMoonLine />,
      Provider: ({ children }: { children: ReactNode }) => (
        <UnifiedThemeProvider theme={darkTheme} themeName={themeName}>
          {children}
        </UnifiedThemeProvider>
      ),
    },
  },
});

export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [light, dark],
});
