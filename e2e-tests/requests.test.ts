import { expect, test } from '@playwright/test';
import { operator, signIn } from './portal';

test.use({ viewport: { width: 1440, height: 900 } });

test('the first view of a tenant asks the tenants backend at most twice', async ({
  page,
}) => {
  await signIn(page, operator);
  const asked: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/tenants/')) {
      asked.push(pathname);
    }
  });
  await page.goto('/tenants/globex-02');
  for (const part of ['GitOps', 'How it hangs together', 'What changed']) {
    await expect(page.getByRole('region', { name: part })).toBeVisible();
  }
  await expect(
    page.getByRole('list', { name: 'Events, newest first' }),
  ).toBeVisible();
  expect(asked.sort()).toEqual([
    '/api/tenants/v1/tenants/globex-02',
    '/api/tenants/v1/tenants/globex-02/timeline',
  ]);
});

test('charts are asked for when they come into sight', async ({ page }) => {
  await signIn(page, operator);
  await page.goto('/tenants/acme-01');
  const charts = page.waitForRequest(/\/metrics\?/);
  await page
    .getByRole('region', { name: 'Workloads' })
    .scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 10_000);
  await charts;
  await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible();
});

test('all results of a search ask for their health at once', async ({
  page,
}) => {
  await signIn(page, operator);
  const asked: URL[] = [];
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.searchParams.has('names')) {
      asked.push(url);
    }
  });
  await page.goto('/search?query=devnet&types[]=tenants');
  const results = page.getByRole('list').filter({ hasText: 'Environments:' });
  await expect(results.getByText('Degraded').first()).toBeVisible();
  expect(asked).toHaveLength(1);
  expect(asked[0].searchParams.getAll('names').length).toBeGreaterThan(1);
});
