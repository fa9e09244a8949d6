import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

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
    page.getByRole('heading', { name: 'Tenants', exact: true }),
  ).toBeVisible();
}

export const operator = 'Platform operator';

/** A client name that no earlier run has taken. */
export function freshClientName(): string {
  return `test-${Date.now().toString(36)}`;
}
