import { expect, type Page } from '@playwright/test';
import { test } from './portalTest';

test.use({ viewport: { width: 1440, height: 900 } });

/** Addresses that the page asks the tenants backend from now on, without what may be in the query. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/tenants/')) {
      asked.push(pathname.replace('/api/tenants/v1/', ''));
    }
  });
  return asked;
}

/**
 * Opens a tenant until all of the first view is there. The page's own clock goes on for less than it
 * waits with what is not in sight, however slow the machine is.
 */
async function openTenant(page: Page, tenant: string): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(`/tenants/${tenant}`);
  await expect(async () => {
    await page.clock.runFor(50);
    for (const part of [
      page.getByRole('region', { name: 'GitOps' }),
      page.getByRole('region', { name: 'How it hangs together' }),
      page
        .getByRole('region', { name: 'What changed' })
        .getByRole('listitem')
        .first(),
    ]) {
      await expect(part).toBeVisible({ timeout: 500 });
    }
  }).toPass({ timeout: 60_000 });
}

test('the first view of a tenant asks twice, and charts are asked for on sight', async ({
  page,
}) => {
  const asked = requestsOf(page);
  await openTenant(page, 'globex-02');
  expect(asked.sort()).toEqual([
    'tenants/globex-02',
    'tenants/globex-02/timeline',
  ]);
  await page.mouse.move(720, 450);
  await page.mouse.wheel(0, 20_000);
  await expect
    .poll(() => asked)
    .toContain('tenants/globex-02/environments/devnet/metrics');
});

test('all results of a search ask for their health at once', async ({
  page,
}) => {
  const asked: URL[] = [];
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.searchParams.has('names')) {
      asked.push(url);
    }
  });
  await page.goto('/search?query=devnet&types[]=tenants');
  await expect(page.getByText('Degraded').first()).toBeVisible();
  expect(asked).toHaveLength(1);
  expect(asked[0].searchParams.getAll('names').length).toBeGreaterThan(1);
});
