import { expect, type Page, test } from '@playwright/test';
import { chooseTenant, openForm, operator, signIn, tick } from './portal';

const settleMs = 5_000;

/** Collects what the browser did not let pages do, and says that it did not. */
async function violationsOf(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('reportViolation', (violation: string) =>
    violations.push(violation),
  );
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', event =>
      (window as any).reportViolation(
        `${event.effectiveDirective} ${event.blockedURI} on ${location.pathname}`,
      ),
    ),
  );
  page.on('console', message => {
    if (/Content Security Policy/i.test(message.text())) {
      violations.push(message.text());
    }
  });
  return violations;
}

const pages = [
  ['/tenants', 'Globex Markets'],
  ['/tenants/acme-01', 'Acme Bank'],
  ['/tenants/nobody', 'There is no tenant'],
  ['/rollouts', /There is no rollout|Wave 1/],
  ['/catalog', 'acme-01'],
  ['/catalog/default/system/acme-01-devnet', 'acme-01-devnet'],
  ['/create', 'New Canton client'],
  ['/search?query=acme', 'Acme Bank'],
  ['/notifications', 'Notifications'],
  ['/settings', 'Appearance'],
] as const;

test('no page does what the content security policy forbids', async ({
  page,
}) => {
  const violations = await violationsOf(page);
  await signIn(page, operator);
  for (const [path, text] of pages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByText(text).first()).toBeVisible();
      // What a page asks for after it was drawn belongs to it, too; it may go on asking.
      await page
        .waitForLoadState('networkidle', { timeout: settleMs })
        .catch(() => {});
    });
  }
  expect(violations).toEqual([]);
});

test('forms check what is typed within the content security policy', async ({
  page,
}) => {
  const violations = await violationsOf(page);
  await signIn(page, operator);
  await openForm(page, 'change-allow-list');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/required/).first()).toBeVisible();
  await chooseTenant(page, 'acme-01');
  await tick(page, 'DevNet');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('button', { name: 'Review' })).toBeVisible();
  expect(violations).toEqual([]);
});

test('a script that is not of the portal is not run, and is reported', async ({
  page,
}) => {
  const violations = await violationsOf(page);
  await signIn(page, operator);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  await expect.poll(() => violations.join()).toContain('script-src');
});
