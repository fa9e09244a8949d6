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
  { name: 'rollouts', path: '/rollouts', waitFor: 'Rollouts', height: 700 },
  {
    name: 'narrow',
    path: '/tenants',
    waitFor: 'Globex Markets',
    width: 390,
    height: 844,
  },
];
/** What a client's engineer sees of it. */
const clientPictures = [
  {
    name: 'client',
    path: '/tenants/acme-01',
    waitFor: 'Ledger lag',
    height: 1200,
  },
];
const visits = [
  { user: 'Platform operator', pictures },
  { user: 'Engineer of Acme Bank', pictures: clientPictures },
];
const themes = ['light', 'dark'];
const defaultWidth = 1360;

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
    for (const theme of themes) {
      for (const visit of visits) {
        await takeVisit(browser, url, theme, visit);
      }
    }
  } finally {
    await browser.close();
  }
}

async function takeVisit(browser, url, theme, { user, pictures: wanted }) {
  const page = await browser.newPage({ colorScheme: theme });
  await signIn(page, url, user);
  for (const picture of wanted) {
    await takePicture(page, url, picture, theme);
  }
  await page.close();
}

async function signIn(page, url, user) {
  await page.goto(url);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup).getByRole('button', { name: user }).click();
  await page
    .getByRole('heading', { name: 'Tenants', exact: true })
    .first()
    .waitFor();
}

async function takePicture(page, url, picture, theme) {
  const { name, path, waitFor, width = defaultWidth, height = 900 } = picture;
  await page.setViewportSize({ width, height });
  await page.goto(`${url}${path}`);
  await page.getByText(waitFor).first().waitFor();
  // Charts and fonts settle after the text is there.
  await page.waitForLoadState('networkidle');
  const file = `docs/images/${name}-${theme}.png`;
  await page.screenshot({ path: inRoot(file), animations: 'disabled' });
  process.stdout.write(`${file}\n`);
}
