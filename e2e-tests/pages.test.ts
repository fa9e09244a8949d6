import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { operator, signIn } from './portal';

/** Tenants of the sample platform, and what the page says of each. */
const faults = [
  { tenant: 'globex-02', environment: 'devnet', says: /ran out of memory/ },
  { tenant: 'initech-03', environment: 'testnet', says: /certificate expires/ },
  {
    tenant: 'lumen-06',
    environment: 'testnet',
    says: /unable to access Secret/,
  },
  {
    tenant: 'orchard-08',
    environment: 'testnet',
    says: /newest ledger update/,
  },
  {
    tenant: 'quanta-07',
    environment: 'mainnet',
    says: /extra traffic are left/,
  },
];

test('an operator filters the fleet, and the address keeps the filters', async ({
  page,
}) => {
  await signIn(page, operator);
  await expect(page.getByRole('link', { name: 'Acme Bank' })).toBeVisible();
  await page.getByRole('searchbox').fill('globex');
  await expect(page).toHaveURL(/q=globex/);
  await expect(page.getByRole('link', { name: 'Acme Bank' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('globex');
  await page.getByRole('link', { name: 'Globex Markets' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/globex-02/);
});

test('an operator exports the fleet as CSV', async ({ page }) => {
  await signIn(page, operator);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('Acme Bank,acme-01');
  expect(csv.split('\n').length).toBeGreaterThan(faults.length);
});

test('each fault of the sample platform shows as what it is', async ({
  page,
}) => {
  await signIn(page, operator);
  for (const { tenant, environment, says } of faults) {
    await test.step(tenant, async () => {
      await page.goto(`/tenants/${tenant}?environment=${environment}`);
      await expect(page.getByText(says).first()).toBeVisible();
      await expect(page.getByRole('tab', { name: environment })).toContainText(
        'Degraded',
      );
    });
  }
});

test('a client sees its own tenant and nothing of the inside', async ({
  page,
}) => {
  await signIn(page, 'Engineer of Acme Bank');
  await expect(page.getByRole('link', { name: 'Acme Bank' })).toBeVisible();
  await expect(page.getByText('Globex')).toHaveCount(0);
  await page.goto('/tenants/acme-01');
  await expect(page.getByRole('region', { name: 'Workloads' })).toBeVisible();
  await expect(page.getByText(/gke-/)).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/tenants/globex-02');
  await expect(
    page.getByText('There is no tenant “globex-02” for you here'),
  ).toBeVisible();
  await expectAccessible(page);
});

test('people choose German in the settings', async ({ page }) => {
  await signIn(page, operator);
  await page.evaluate(() => localStorage.setItem('language', 'de'));
  await page.goto('/tenants');
  await expect(
    page.getByRole('heading', { name: 'Mandanten', exact: true }),
  ).toBeVisible();
  await page.goto('/tenants/acme-01');
  await expect(page.getByText(/^vor \d+ /).first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    test.use({ colorScheme });
    test(`axe finds nothing serious, ${colorScheme}`, async ({ page }) => {
      await signIn(page, operator);
      for (const [path, text] of [
        ['/tenants', 'Globex Markets'],
        ['/tenants?q=nothing-like-it', 'No tenant matches'],
        ['/tenants/acme-01', 'Ledger lag'],
        ['/tenants/globex-02', 'Ledger lag'],
        ['/tenants/nobody', 'There is no tenant'],
        // The tests of rollouts may have left one.
        ['/rollouts', /There is no rollout|Wave 1/],
        ['/create/templates/default/new-canton-client', 'Client name'],
      ] as const) {
        await test.step(path, () => openAndCheck(page, path, text));
      }
    });
  });
}

test('says so when the backend is away, and stays accessible', async ({
  page,
}) => {
  await signIn(page, operator);
  await page.route('**/api/tenants/v1/tenants/acme-01*', route =>
    route.abort(),
  );
  await openAndCheck(page, '/tenants/acme-01', 'This could not be loaded');
});

async function openAndCheck(page: Page, path: string, text: string | RegExp) {
  await page.goto(path);
  await expect(page.getByText(text).first()).toBeVisible();
  await expectAccessible(page);
}
