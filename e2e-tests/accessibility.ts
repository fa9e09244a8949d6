import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Expects that axe finds nothing serious in the content of the page. Tabs above it, which Backstage
 * draws, name panels that are elsewhere on the page.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('[class*="bui-PluginHeader"]')
    .analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(
    serious.map(({ id, nodes }) => ({
      id,
      elements: nodes.map(({ html }) => html),
    })),
  ).toEqual([]);
}
