const operator = 'Platform operator';
const clientEngineer = 'Engineer of Acme Bank';

/**
 * The pictures of the documentation, each of what one of the users sees.
 *
 * `waitFor` is shown when the page is ready; `prepare` brings the page there where its address alone
 * does not.
 */
export const pictures = [
  {
    name: 'fleet',
    user: operator,
    path: '/tenants',
    waitFor: 'Globex Markets',
  },
  {
    name: 'tenant',
    user: operator,
    path: '/tenants/acme-01',
    waitFor: 'Ledger lag',
    height: 2350,
  },
  {
    name: 'tenant-degraded',
    user: operator,
    path: '/tenants/globex-02',
    waitFor: 'ran out of memory',
    height: 1200,
  },
  {
    name: 'client',
    user: clientEngineer,
    path: '/tenants/acme-01',
    waitFor: 'Ledger lag',
    height: 1200,
  },
  {
    name: 'form',
    user: operator,
    path: '/create/templates/default/new-canton-client',
    waitFor: 'Client name',
    height: 800,
  },
  {
    name: 'preview',
    user: operator,
    path: '/create/templates/default/change-allow-list',
    waitFor: 'Next',
    height: 800,
    prepare: proposeAllowList,
  },
  {
    name: 'rollouts',
    user: operator,
    path: '/rollouts',
    waitFor: /There is no rollout|Wave 1/,
    height: 700,
    prepare: startRollout,
  },
  {
    name: 'entity',
    user: operator,
    path: '/catalog/default/domain/globex-02',
    waitFor: 'ran out of memory',
    height: 800,
  },
  {
    name: 'search',
    user: operator,
    path: '/search?query=wallet.validator.acme-01',
    waitFor: 'Acme Bank',
    height: 700,
  },
  {
    name: 'narrow',
    user: operator,
    path: '/tenants',
    waitFor: 'Globex Markets',
    width: 390,
    height: 844,
  },
];

/** What is seen while the cluster `mainnet` cannot be reached. */
export const picturesOfLostCluster = [
  {
    name: 'cluster-lost',
    user: operator,
    path: '/tenants',
    waitFor: 'Cluster mainnet cannot be observed',
    height: 700,
  },
];

/** Starts a rollout where there is none yet. */
async function startRollout(page) {
  if (await page.getByText('Wave 1').first().isVisible()) {
    return;
  }
  const rollouts = page.url();
  const next = () => page.getByRole('button', { name: 'Next' }).click();
  await page.goto(
    new URL('/create/templates/default/upgrade-splice-in-waves', rollouts).href,
  );
  await page.locator('label', { hasText: 'MainNet' }).click();
  await page.getByLabel('Splice version').fill('0.7.9');
  await next();
  await page.getByLabel('First wave').fill('cobalt-10');
  await next();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByText('5 tenants in 2 waves.').first().waitFor();
  await page.goto(rollouts);
  await page.getByText('Proposed', { exact: true }).first().waitFor();
}

async function proposeAllowList(page) {
  await page.getByRole('combobox', { name: /Client/ }).fill('acme-01');
  await page.getByRole('option', { name: /acme-01/ }).click();
  await page.locator('label', { hasText: 'TestNet' }).click();
  await page
    .getByLabel(/Addresses that may connect to/)
    .fill('203.0.113.0/28\n198.51.100.0/24');
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('button', { name: /authorization-policies\.yaml/ })
    .click();
}
