import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page, request, test } from '@playwright/test';
import { parse } from 'yaml';

/** What `npm start` wrote for scripts. */
export interface LocalPlatform {
  portal: { url: string };
  forge: { url: string; token: string; repository: string };
}

export async function readPlatform(): Promise<LocalPlatform> {
  return JSON.parse(await readFile(stateFile('platform.json'), 'utf8'));
}

export async function readToken(): Promise<string> {
  return readFile(stateFile('token'), 'utf8');
}

export function stateFile(name: string): string {
  return join(resolve(test.info().config.metadata.state), name);
}

/** Signs in at the identity provider of the local platform, as a person does. */
export async function signIn(page: Page, user: string): Promise<void> {
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup).getByRole('button', { name: user }).click();
  await expect(
    page.getByRole('heading', { name: 'Tenants', exact: true }).first(),
  ).toBeVisible();
}

export const operator = 'Platform operator';

/** A client name that no earlier run has taken. */
export function freshClientName(): string {
  return `test-${Date.now().toString(36)}`;
}

/** Opens the form of a template, once the catalog of a portal just started has it. */
export async function openForm(page: Page, template: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/create/templates/default/${template}`);
    await expect(page.getByRole('button', { name: 'Next' })).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 60_000 });
}

/** Chooses a client in the form that is open. */
export async function chooseTenant(page: Page, tenant: string): Promise<void> {
  await page.getByRole('combobox', { name: /Client/ }).fill(tenant);
  await page.getByRole('option', { name: new RegExp(tenant) }).click();
}

/** Ticks a box; the box itself is hidden behind its label. */
export async function tick(page: Page, label: string): Promise<void> {
  await page.locator('label', { hasText: label }).click();
}

export async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
}

/** Runs the task and returns the address of the pull request. */
export async function propose(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const link = page.getByRole('link', { name: 'Pull request' }).first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  return (await link.getAttribute('href'))!;
}

/** Merges a pull request on the page of the forge. */
export async function merge(page: Page, pullRequest: string): Promise<void> {
  const { forge } = await readPlatform();
  expect(pullRequest).toContain(`${forge.url}/${forge.repository}/pulls/`);
  await page.goto(pullRequest);
  await page.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('Merged', { exact: true }).first()).toBeVisible();
}

/** Asks the API server of a cluster; answers nothing when there is no such object. */
export async function readObject(
  cluster: string,
  path: string,
): Promise<any | undefined> {
  const { clusters, users } = parse(
    await readFile(stateFile('kubeconfig'), 'utf8'),
  );
  const { server } = clusters.find(
    ({ name }: { name: string }) => name === cluster,
  ).cluster;
  const context = await request.newContext({
    extraHTTPHeaders: { Authorization: `Bearer ${users[0].user.token}` },
    // The authority of the local platform is its own, on loopback, and made anew for each.
    ignoreHTTPSErrors: true,
  });
  try {
    const response = await context.get(`${server}${path}`);
    return response.status() === 404 ? undefined : await response.json();
  } finally {
    await context.dispose();
  }
}
