import { expect } from '@playwright/test';
import { switchFault } from './faults';
import { open, test } from './portalTest';

/** Within that the engine tries again by itself, in milliseconds. */
const engineMs = 60_000;

/** Within that the page shows what has changed in a cluster, in milliseconds. */
const shownMs = 15_000;

/** What is wrong in the sample platform, and how the page of the tenant tells it. */
const faults = [
  {
    tenant: 'globex-02',
    environment: 'devnet',
    health: 'Degraded',
    says: /ran out of memory/,
  },
  {
    tenant: 'initech-03',
    environment: 'testnet',
    health: 'Degraded',
    says: /certificate expires/,
  },
  {
    tenant: 'lumen-06',
    environment: 'testnet',
    health: 'Degraded',
    says: /unable to access Secret/,
  },
  {
    tenant: 'quanta-07',
    environment: 'mainnet',
    health: 'Degraded',
    says: /extra traffic are left/,
  },
  {
    tenant: 'orchard-08',
    environment: 'testnet',
    health: 'Degraded',
    says: /newest ledger update/,
  },
  {
    tenant: 'basalt-09',
    environment: 'devnet',
    health: 'Suspended',
    says: /switched off in Git/,
  },
  {
    tenant: 'willow-12',
    environment: 'testnet',
    health: 'Progressing',
    says: /sponsor/,
  },
];

for (const { tenant, environment, health, says } of faults) {
  test(`shows what is the matter with ${tenant}`, async ({ page }) => {
    await open(page, `/tenants/${tenant}?environment=${environment}`, says);
    await expect(page.getByRole('tab', { name: environment })).toContainText(
      health,
    );
  });
}

test('shows what is the matter with harbor-05, and that a sync mends it', async ({
  page,
}) => {
  const path = '/tenants/harbor-05?environment=devnet';
  const gitops = page.getByRole('region', { name: 'GitOps' });
  const drift = gitops.getByText(/object differs from Git/);
  // A commit that another test has merged lets the engine make all as Git says, once it gets there.
  await expect(async () => {
    await switchFault('off', 'drift', 'harbor-05/devnet');
    await open(page, path, /^Synced$/);
    await switchFault('on', 'drift', 'harbor-05/devnet');
    await expect(drift).toBeVisible({ timeout: shownMs });
  }).toPass({ timeout: 3 * engineMs });
  await expect(page.getByRole('tab', { name: 'devnet' })).toContainText(
    'Healthy',
  );
  const sync = { name: 'Sync', exact: true };
  await gitops.getByRole('button', sync).click();
  await page.getByRole('dialog').getByRole('button', sync).click();
  await expect(drift).toBeHidden({ timeout: engineMs });
});

test('shows a sync that fails, without reload, and that it works again', async ({
  page,
}) => {
  await open(page, '/tenants/meridian-04?environment=devnet', 'Synced');
  const gitops = page.getByRole('region', { name: 'GitOps' });
  await switchFault('on', 'failed-sync', 'meridian-04/devnet');
  await expect(gitops.getByText(/The last run failed/)).toBeVisible({
    timeout: engineMs,
  });
  await switchFault('off', 'failed-sync', 'meridian-04/devnet');
  await expect(gitops.getByText(/The last run succeeded/)).toBeVisible({
    timeout: engineMs,
  });
});
