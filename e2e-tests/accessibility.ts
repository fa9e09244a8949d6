import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds that depends on the colours of the theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing serious on the page, in the light theme and in the dark one.
 * What Backstage draws is left out: tabs above a page, which name panels that are elsewhere on it,
 * and a progress without a name.
 *
 * @param stockRules - rules that a page of a stock plugin breaks whatever is put on it
 */
export async function expectAccessible(
  page: Page,
  stockRules: string[] = [],
): Promise<void> {
  await show(page, 'light');
  await expectNothingSerious(audit(page).disableRules(stockRules), 'light');
  await show(page, 'dark');
  await expectNothingSerious(audit(page).withRules(rulesOfColour), 'dark');
  await show(page, 'light');
}

async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`[data-theme-mode="${colorScheme}"]`).waitFor();
  await page.evaluate(standStill);
}

/** Colours fade from one theme to the other; on the way they have contrasts of neither. */
async function standStill(): Promise<void> {
  await new Promise(requestAnimationFrame);
  const fading = document
    .getAnimations()
    .filter(animation => animation instanceof CSSTransition);
  await Promise.allSettled(fading.map(({ finished }) => finished));
}

function audit(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .exclude('[class*="bui-PluginHeader"]')
    .exclude('.MuiCircularProgress-root');
}

async function expectNothingSerious(
  builder: AxeBuilder,
  theme: string,
): Promise<void> {
  const { violations } = await builder.analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(
    serious.map(({ id, nodes }) => ({
      id,
      elements: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    })),
    `what axe finds, ${theme}`,
  ).toEqual([]);
}
