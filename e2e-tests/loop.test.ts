import { expect, type Page } from '@playwright/test';
import { freshClientName, merge, openForm } from './portal';
import { test } from './portalTest';

/** The main job of the portal, as an operator does it: from the form to the healthy client. */
test('an operator onboards a client and sees it become healthy', async ({
  page,
}) => {
  const client = freshClientName();

  await test.step('fill in the form', () => fillInForm(page, client));
  const pullRequest = await test.step('open the pull request', () =>
    propose(page, client));
  await test.step('merge it in the forge', () => merge(page, pullRequest));
  await test.step('find the client in the catalog', () =>
    findInCatalog(page, client));
  await test.step('see it become healthy, without reload', () =>
    seeHealthy(page, client));
  await test.step('find it by search', () => findBySearch(page, client));
});

async function fillInForm(page: Page, client: string): Promise<void> {
  await openForm(page, 'new-canton-client');
  const name = page.getByLabel('Client name');

  await name.fill('Not A Name');
  await expect(
    page.getByText(/must start with a lower-case letter/),
  ).toBeVisible();
  await name.fill('acme-01');
  await expect(page.getByText(/The name "acme-01" is taken/)).toBeVisible();
  await name.fill(client);
  await expect(page.getByText(`${client} is free.`)).toBeVisible();
  await page.getByLabel('Contacts').fill('ops@example.com');
  await page.getByRole('button', { name: 'Next' }).click();

  // The box itself is hidden behind its label.
  await page.locator('label', { hasText: 'DevNet' }).click();
  const allowList = page.getByLabel(/Addresses that may connect to/);
  await allowList.fill('0.0.0.0/0');
  await expect(page.getByText(/"0\.0\.0\.0\/0" is too wide/)).toBeVisible();
  await allowList.fill('203.0.113.0/24\n198.51.100.7/32');
  await page.getByRole('button', { name: 'Next' }).click();

  const files = page.getByLabel('Files of the change');
  await expect(files.getByText(`clients/${client}/client.yaml`)).toBeVisible();
  await expect(
    files.getByText(`clients/${client}/devnet/values/validator.yaml`),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
}

/** Runs the task and returns the address of the pull request. */
async function propose(page: Page, client: string): Promise<string> {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const link = page.getByRole('link', { name: 'Pull request' }).first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`clients/${client}/client.yaml`)).toBeVisible();
  return (await link.getAttribute('href'))!;
}

async function findInCatalog(page: Page, client: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/catalog/default/system/${client}-devnet`);
    await expect(
      page.getByRole('heading', { name: new RegExp(client) }).first(),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
}

async function seeHealthy(page: Page, client: string): Promise<void> {
  await page.goto(`/tenants/${client}`);
  await expect(
    page.getByText('Everything that is checked is well.').first(),
  ).toBeVisible({ timeout: 60_000 });
  await expect(
    page
      .getByRole('region', { name: 'GitOps' })
      .getByText('Synced', { exact: true }),
  ).toBeVisible();
  await expect(
    page.getByText(
      `https://wallet.validator.${client}.devnet.naas.example.com/`,
    ),
  ).toBeVisible();
  for (const chart of ['Ledger lag', 'Traffic balance']) {
    await expect(
      page.getByRole('img', { name: `${chart} over the last 1 h` }),
    ).toBeVisible();
  }
}

async function findBySearch(page: Page, client: string): Promise<void> {
  const partyHint = `${client.replaceAll('-', '_')}-validator-1`;
  const host = `wallet.validator.${client}.devnet.naas.example.com`;
  for (const term of [client, host, partyHint]) {
    await expect(async () => {
      await page.goto(`/search?query=${encodeURIComponent(term)}`);
      await expect(
        page.locator(`a[href="/tenants/${client}"]`).first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  }
}
