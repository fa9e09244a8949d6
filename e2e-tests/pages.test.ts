import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { answer } from './answers';
import { operator, signIn } from './portal';
import { open, test } from './portalTest';

test.describe('signing in', () => {
  test.use({ storageState: undefined });

  test('people sign in at the identity provider, and out again', async ({
    page,
  }) => {
    await signIn(page, operator);
    await page.goto('/settings');
    await page.getByRole('button', { name: /more|user settings/i }).click();
    await page.getByRole('menuitem', { name: 'Sign Out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});

test.describe('an engineer of a client', () => {
  test.use({ user: 'Engineer of Acme Bank' });

  test('sees the own tenant and nothing of the inside', async ({ page }) => {
    await open(page, '/tenants', 'Acme Bank');
    await expect(page.getByText('Globex')).toHaveCount(0);
    await page.goto('/tenants/acme-01');
    await expect(page.getByRole('region', { name: 'Workloads' })).toBeVisible();
    await expect(page.getByText(/gke-/)).toHaveCount(0);
    await open(
      page,
      '/tenants/globex-02',
      'There is no tenant “globex-02” for you here',
    );
  });
});

test('people choose German in the settings', async ({ page }) => {
  await open(page, '/settings', 'Appearance');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await page.goto('/tenants');
  await expect(
    page.getByRole('heading', { name: 'Mandanten', exact: true }),
  ).toBeVisible();
  await page.goto('/tenants/acme-01');
  await expect(page.getByText(/^vor \d+ /).first()).toBeVisible();
});

test('a page keeps what it knows while the backend is away, and says so', async ({
  page,
}) => {
  await open(page, '/tenants', 'Acme Bank');
  await answer(page, 'all', 'lost');
  await lookAgain(page);
  const notice = page.getByText(/The last refresh failed/);
  await expect(notice).toBeVisible();
  await expect(page.getByRole('link', { name: 'Acme Bank' })).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeHidden();
});

/** Has the page refresh, as it does when its tab is shown again. */
function lookAgain(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange')),
  );
}
