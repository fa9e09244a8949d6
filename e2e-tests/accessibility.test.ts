import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { answer, answers, requests } from './answers';
import { chooseTenant, openForm, tick } from './portal';
import { test } from './portalTest';

// Each goes through many states, two audits each.
test.describe.configure({ timeout: 360_000 });

/** A page in a state: what it shows then, and what the backend answers, where that makes the state. */
interface State {
  path: string;
  shows: string | RegExp;
  given?: [request: keyof typeof requests, how: keyof typeof answers];
  /** Rules of axe that the stock page breaks. */
  stockRules?: string[];
}

const failed = 'This could not be loaded';
const denied = 'You are not allowed to see this';

const statesOf: Record<string, State[]> = {
  'the fleet': [
    { path: '/tenants', shows: 'Globex Markets' },
    { path: '/tenants?q=nothing-like-it', shows: 'No tenant matches' },
    {
      path: '/tenants',
      shows: 'No tenants yet',
      given: ['fleet', 'noTenants'],
    },
    { path: '/tenants', shows: 'Loading tenants', given: ['fleet', 'awaited'] },
    { path: '/tenants', shows: failed, given: ['all', 'lost'] },
    { path: '/tenants', shows: denied, given: ['fleet', 'denied'] },
  ],
  'a tenant that is there': [
    { path: '/tenants/acme-01', shows: 'Ledger lag' },
    { path: '/tenants/globex-02', shows: 'Ledger lag' },
    { path: '/tenants/harbor-05?environment=devnet', shows: 'Ledger lag' },
    { path: '/tenants/basalt-09', shows: 'Switched off' },
  ],
  'a tenant that is not there yet, or not for me': [
    { path: '/tenants/nobody', shows: 'There is no tenant' },
    {
      path: '/tenants/acme-01',
      shows: 'Loading the tenant',
      given: ['tenant', 'awaited'],
    },
    { path: '/tenants/acme-01', shows: failed, given: ['tenant', 'failed'] },
    { path: '/tenants/acme-01', shows: denied, given: ['tenant', 'denied'] },
    { path: '/tenants/acme-01', shows: failed, given: ['timeline', 'failed'] },
    { path: '/tenants/acme-01', shows: failed, given: ['metrics', 'failed'] },
  ],
  rollouts: [
    // The tests of rollouts may have left one.
    { path: '/rollouts', shows: /There is no rollout|Wave 1/ },
    {
      path: '/rollouts',
      shows: 'There is no rollout',
      given: ['rollouts', 'noRollouts'],
    },
    {
      path: '/rollouts',
      shows: 'Loading rollouts',
      given: ['rollouts', 'awaited'],
    },
    { path: '/rollouts', shows: failed, given: ['rollouts', 'failed'] },
    { path: '/rollouts', shows: denied, given: ['rollouts', 'denied'] },
  ],
  'entities of the catalog': [
    {
      path: '/catalog/default/domain/globex-02/tenant-status',
      shows: 'Ledger lag',
    },
    {
      path: '/catalog/default/system/globex-02-devnet/tenant-status',
      shows: 'Ledger lag',
    },
    { path: '/catalog/default/domain/globex-02', shows: 'Tenant status' },
    {
      path: '/catalog/default/system/globex-02-devnet',
      shows: 'Tenant status',
    },
    { path: '/catalog/default/resource/devnet', shows: 'Connectivity' },
  ],
  'search, settings and notifications': [
    {
      path: '/search?query=globex',
      shows: 'Globex Markets',
      // The search page puts the items into no list.
      stockRules: ['listitem'],
    },
    { path: '/settings', shows: 'Appearance' },
    {
      path: '/notifications',
      shows: 'Notifications',
      // The handles of the columns in its table, and its progress, have no names.
      stockRules: ['aria-command-name', 'aria-progressbar-name'],
    },
  ],
};

const statesOfClient: State[] = [
  { path: '/tenants', shows: 'Acme Bank' },
  { path: '/tenants/acme-01', shows: 'Ledger lag' },
  { path: '/tenants/globex-02', shows: 'There is no tenant' },
  { path: '/rollouts', shows: denied },
];

for (const [subject, states] of Object.entries(statesOf)) {
  test(`axe finds nothing serious: ${subject}`, async ({ page }) => {
    for (const state of states) {
      await test.step(titleOf(state), () => checkState(page, state));
    }
  });
}

test.describe(() => {
  test.use({ user: 'Engineer of Acme Bank' });
  test('axe finds nothing serious: what a client sees', async ({ page }) => {
    for (const state of statesOfClient) {
      await test.step(titleOf(state), () => checkState(page, state));
    }
  });
});

test('axe finds nothing serious: forms', async ({ page }) => {
  await openForm(page, 'new-canton-client');
  await page.getByLabel('Client name').fill('acme-01');
  await expect(page.getByText(/The name "acme-01" is taken/)).toBeVisible();
  await expectAccessible(page);

  await openForm(page, 'change-allow-list');
  await chooseTenant(page, 'meridian-04');
  await tick(page, 'TestNet');
  await page
    .getByLabel(/Addresses that may connect to/)
    .fill('198.51.100.0/24');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();
  const files = page.getByLabel('Files of the change');
  await files.getByRole('button').first().click();
  await expectAccessible(page);
});

async function checkState(page: Page, state: State): Promise<void> {
  if (state.given) {
    await answer(page, ...state.given);
  }
  await page.goto(state.path);
  await scrollTo(page, state.shows);
  await expectAccessible(page, state.stockRules);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** Scrolls down until the page shows something: charts load only when they come into sight. */
async function scrollTo(page: Page, shown: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(page.getByText(shown).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

function titleOf({ path, given }: State): string {
  return given ? `${path}, ${given.join(' ')}` : path;
}
