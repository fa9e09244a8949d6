import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { switchFault } from './faults';
import { open, test } from './portalTest';

test('an operator filters the fleet, and the address keeps the filters', async ({
  page,
}) => {
  await open(page, '/tenants', 'Acme Bank');
  await page.getByRole('searchbox').fill('globex');
  await expect(page).toHaveURL(/q=globex/);
  await expect(page.getByRole('link', { name: 'Acme Bank' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('globex');
  await expect(
    page.getByRole('link', { name: 'Globex Markets' }),
  ).toBeVisible();
});

test('an operator finds a tenant that is unwell by keyboard alone', async ({
  page,
}) => {
  await open(page, '/tenants', 'Acme Bank');
  const degraded = page.getByRole('button', { name: /\d+ Degraded/ });
  await tabTo(page, () => degraded.evaluate(isFocused));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/health=Degraded/);
  await expect(page.getByRole('link', { name: 'Acme Bank' })).toBeHidden();

  const rows = page.getByRole('grid').getByRole('row');
  await tabTo(page, () => rows.nth(1).evaluate(holdsFocus));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => rows.nth(2).evaluate(holdsFocus)).toBe(true);
  const address = await rows
    .nth(2)
    .getByRole('link')
    .first()
    .getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('an operator exports what the filters leave as CSV', async ({ page }) => {
  await open(page, '/tenants?environment=mainnet', 'Acme Bank');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('Acme Bank,acme-01');
  expect(csv).not.toContain('initech-03');
});

test('a cluster that is lost shows as one banner, which leads to its tenants', async ({
  page,
}) => {
  await switchFault('on', 'unreachable-cluster', 'mainnet');
  try {
    await open(page, '/tenants', 'Acme Bank');
    const banner = page
      .getByRole('alert')
      .filter({ hasText: 'Cluster mainnet cannot be observed' });
    await expect(banner).toHaveCount(1, { timeout: 90_000 });
    await expectAccessible(page);
    await banner.getByRole('link', { name: /Show \d+ tenants/ }).click();
    await expect(page).toHaveURL(/cluster=mainnet/);
    await expect(page.getByText('initech-03')).toBeHidden();
    await page.getByRole('link', { name: 'Acme Bank' }).click();
    const tab = page.getByRole('tab', { name: 'mainnet' });
    await expect(tab).toContainText('Unknown');
    await tab.click();
    await expect(
      page.getByText(/could not be confirmed/).first(),
    ).toBeVisible();
    await expectAccessible(page);
  } finally {
    await switchFault('off', 'unreachable-cluster', 'mainnet');
  }
  await expect(page.getByRole('tab', { name: 'mainnet' })).toContainText(
    'Healthy',
    { timeout: 90_000 },
  );
});

const isFocused = (element: Element) => element === document.activeElement;
const holdsFocus = (element: Element) =>
  element.contains(document.activeElement);

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(
  page: Page,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const maximumStops = 60;
  for (let stop = 0; stop < maximumStops; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isThere()) {
      return;
    }
  }
  throw new Error(`It is not reached within ${maximumStops} stops`);
}
