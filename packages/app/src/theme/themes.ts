import { createUnifiedTheme, palettes } from '@backstage/theme';

/** The one that Backstage UI uses, so that stock plugins look like the rest. */
const fontFamily = 'system-ui';

const navigation = {
  background: '#0f2a33',
  indicator: '#5fd4c4',
  color: '#c3d3d8',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#1b3f4b' },
  submenu: { background: '#1b3f4b' },
};

/** Backstage's light theme in Tenantry's colours. */
export const lightTheme = createUnifiedTheme({
  fontFamily,
  palette: {
    ...palettes.light,
    // Legible on the grey behind search results as well (WCAG AA).
    textSubtle: '#595959',
    text: { secondary: '#595959' },
    primary: { main: '#0b6472' },
    error: { main: '#b3261e' },
    link: '#0b6472',
    linkHover: '#084b56',
    navigation,
  },
});

/** Backstage's dark theme in Tenantry's colours, dark enough for a night shift. */
export const darkTheme = createUnifiedTheme({
  fontFamily,
  palette: {
    ...palettes.dark,
    background: { default: '#12181c', paper: '#1b2329' },
    primary: { main: '#5fd4c4', dark: '#3fb3a4' },
    error: { main: '#ff8a80' },
    link: '#7ddccf',
    linkHover: '#a5ebe1',
    navigation: { ...navigation, background: '#0c1f26' },
  },
});
