import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { inRoot } from './lib/paths.mjs';
import { parseOptions } from './lib/startOptions.mjs';
import { chromiumPaths } from './lib/chromium.mjs';
import { reportFailure, UserError } from './lib/userError.mjs';

/** The pictures of the documentation, taken of the portal that runs. */
const pictures = [
  { name: 'fleet', path: '/tenants', waitFor: 'Globex Markets' },
  {
    name: 'tenant',
    path: '/tenants/acme-01',
    waitFor: 'Ledger lag',
    height: 2350,
  },
  {
    name: 'tenant-degraded',
    path: '/tenants/globex-02',
    waitFor: 'Ledger lag',
    height: 1200,
  },
  {
    name: 'form',
    path: '/create/templates/default/new-canton-client',
    waitFor: 'Client name',
    height: 800,
  },
];
const themes = ['light', 'dark'];
const width = 1360;

try {
  const { state } = parseOptions(process.argv.slice(2));
  const { portal } = await readPlatform(state);
  await takePictures(portal.url);
} catch (error) {
  reportFailure(error);
}

async function readPlatform(state) {
  try {
    return JSON.parse(await readFile(join(state, 'platform.json'), 'utf8'));
  } catch {
    throw new UserError(
      `There is no platform.json in ${state}: run npm start first, and leave it running.`,
    );
  }
}

async function takePictures(url) {
  const executablePath = chromiumPaths.find(path => existsSync(path));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const colorScheme of themes) {
      const page = await browser.newPage({ colorScheme });
      await signIn(page, url);
      for (const picture of pictures) {
        await takePicture(page, url, picture, colorScheme);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

async function signIn(page, url) {
  await page.goto(url);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup)
    .getByRole('button', { name: 'Platform operator' })
    .click();
  await page.getByRole('heading', { name: 'Tenants', exact: true }).waitFor();
}

async function takePicture(page, url, picture, theme) {
  const { name, path, waitFor, height = 900 } = picture;
  await page.setViewportSize({ width, height });
  await page.goto(`${url}${path}`);
  await page.getByText(waitFor).first().waitFor();
  // Charts and fonts settle after the text is there.
  await page.waitForLoadState('networkidle');
  const file = `docs/images/${name}-${theme}.png`;
  await page.screenshot({ path: inRoot(file), animations: 'disabled' });
  process.stdout.write(`${file}\n`);
}
