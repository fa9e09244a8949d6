import { expect, type Page } from '@playwright/test';
import {
  chooseTenant,
  merge,
  openForm,
  propose,
  readObject,
  review,
  tick,
} from './portal';
import { test } from './portalTest';

/** Changes of clients after the first day, each from its form to the cluster. */
test.describe('day two', () => {
  test('an operator changes the allow-list of a client', async ({ page }) => {
    await openForm(page, 'change-allow-list');
    await chooseTenant(page, 'harbor-05');
    await tick(page, 'TestNet');
    const allowList = page.getByLabel(/Addresses that may connect to/);
    await expect(allowList).toHaveValue(/203\.0\.113\./);
    await allowList.fill('198.51.100.0/24');
    await page.getByRole('button', { name: 'Next' }).click();

    const files = page.getByLabel('Files of the change');
    await files
      .getByRole('button', { name: /authorization-policies\.yaml/ })
      .click();
    const diff = files.getByRole('group', { name: /authorization-policies/ });
    await expect(diff.getByText('198.51.100.0/24')).toBeVisible();
    await expect(
      files.getByRole('button', { name: /validator\.yaml/ }),
    ).toHaveCount(0);
    await merge(page, await review(page).then(() => propose(page)));

    await expect
      .poll(() => allowedNetworks('testnet', 'harbor-05-testnet'), {
        timeout: 60_000,
      })
      .toEqual(['198.51.100.0/24']);
    await page.goto('/tenants/harbor-05');
    await expect(page.getByText('198.51.100.0/24').first()).toBeVisible();
  });

  test('an operator takes a client to a further environment', async ({
    page,
  }) => {
    await openForm(page, 'add-environment');
    await chooseTenant(page, 'sable-11');
    await tick(page, 'MainNet');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(/"mainnet" comes after testnet/)).toBeVisible();
    await expect(page.getByLabel('Files of the change')).toHaveCount(0);

    await openForm(page, 'add-environment');
    await chooseTenant(page, 'sable-11');
    await tick(page, 'TestNet');
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByLabel(/Addresses that may connect to/)
      .fill('203.0.113.0/28');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page
        .getByLabel('Files of the change')
        .getByText('clients/sable-11/testnet/tenant.yaml'),
    ).toBeVisible();
    await merge(page, await review(page).then(() => propose(page)));
    await seeHealthyIn(page, 'sable-11', 'TestNet');
  });

  test('an operator upgrades clients in waves', async ({ page }) => {
    await openForm(page, 'upgrade-splice-in-waves');
    await tick(page, 'MainNet');
    await page.getByLabel('Splice version').fill('0.7.9');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('First wave').fill('cobalt-10');
    await page.getByLabel('Minutes to watch a wave').fill('0');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText('cobalt-10', { exact: true })).toBeVisible();
    await review(page);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByText('5 tenants in 2 waves.').first()).toBeVisible();

    await page.goto('/rollouts');
    const rollout = page.getByRole('region', { name: /in mainnet/ }).first();
    const waves = rollout.getByRole('listitem');
    await expect(waves.first().getByText('Proposed')).toBeVisible({
      timeout: 90_000,
    });
    await expect(waves.nth(1).getByText('Waiting')).toBeVisible();
    const pullRequest = waves.first().getByRole('link', { name: /Pull/ });
    await merge(page, (await pullRequest.getAttribute('href'))!);

    await expect
      .poll(() => image('mainnet', 'cobalt-10-mainnet'), { timeout: 60_000 })
      .toMatch(/:0\.7\.9$/);
    await page.goto('/rollouts');
    await expect(waves.first().getByText('Healthy')).toBeVisible({
      timeout: 150_000,
    });
    await expect(waves.nth(1).getByText('Proposed')).toBeVisible({
      timeout: 60_000,
    });
    await rollout.getByRole('button', { name: 'Stop' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Stop' })
      .click();
    await expect(rollout.getByText('Stopped')).toBeVisible();
  });

  test('an operator offboards a client in two steps', async ({ page }) => {
    await openForm(page, 'remove-client');
    await chooseTenant(page, 'orchard-08');
    await tick(page, 'DevNet');
    await page.getByLabel('Reason').fill('The contract has ended.');
    await page.getByLabel('Confirmation').fill('orchard-08');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(/suspended/).first()).toBeVisible();

    await openForm(page, 'offboard-client');
    await chooseTenant(page, 'orchard-08');
    await tick(page, 'DevNet');
    await page.getByLabel('Reason').fill('The contract has ended.');
    await page.getByRole('button', { name: 'Next' }).click();
    await merge(page, await review(page).then(() => propose(page)));
    await expect
      .poll(() => finalBackup('devnet', 'orchard-08-devnet'), {
        timeout: 90_000,
      })
      .toBe('completed');

    await openForm(page, 'remove-client');
    await chooseTenant(page, 'orchard-08');
    await tick(page, 'DevNet');
    await page.getByLabel('Reason').fill('The contract has ended.');
    await page.getByLabel('Confirmation').fill('orchard-08');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page.getByText(/Namespace\/orchard-08-devnet/).first(),
    ).toBeVisible();
    await merge(page, await review(page).then(() => propose(page)));
    await expect
      .poll(
        () => readObject('devnet', '/api/v1/namespaces/orchard-08-devnet'),
        {
          timeout: 90_000,
        },
      )
      .toBeUndefined();
    await page.goto('/tenants/orchard-08');
    await expect(page.getByRole('tab', { name: /testnet/i })).toBeVisible();
    await expect(page.getByRole('tab', { name: /devnet/i })).toHaveCount(0);
  });
});

async function allowedNetworks(
  cluster: string,
  namespace: string,
): Promise<string[] | undefined> {
  const policy = await readObject(
    cluster,
    `/apis/security.istio.io/v1/namespaces/${namespace}/authorizationpolicies/allow-list-1`,
  );
  return policy?.spec.rules[0].from[0].source.remoteIpBlocks;
}

async function image(cluster: string, namespace: string) {
  const deployment = await readObject(
    cluster,
    `/apis/apps/v1/namespaces/${namespace}/deployments/participant`,
  );
  return deployment?.spec.template.spec.containers[0].image;
}

async function finalBackup(cluster: string, namespace: string) {
  const backup = await readObject(
    cluster,
    `/apis/postgresql.cnpg.io/v1/namespaces/${namespace}/backups/final`,
  );
  return backup?.status?.phase;
}

async function seeHealthyIn(page: Page, tenant: string, environment: string) {
  await page.goto(`/tenants/${tenant}`);
  const tab = page.getByRole('tab', { name: new RegExp(environment, 'i') });
  await expect(tab).toContainText('Healthy', { timeout: 90_000 });
}
