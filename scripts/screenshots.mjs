import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumPaths } from './lib/chromium.mjs';
import { inRoot } from './lib/paths.mjs';
import { pictures, picturesOfLostCluster } from './lib/pictures.mjs';
import { parseOptions } from './lib/startOptions.mjs';
import { reportFailure, UserError } from './lib/userError.mjs';

const themes = ['light', 'dark'];
const defaultWidth = 1360;
/** A cluster is taken for lost only after it has not answered for a while. */
const readyTimeoutMs = 120_000;
const settleMs = 5_000;

try {
  const options = parseOptions(process.argv.slice(2));
  const { portal, forge } = await readPlatform(options.state);
  // The first port of the platform is that of its forge.
  const platformPort = new URL(forge.url).port;
  await takeAll(portal.url, { ...options, platformPort });
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

async function takeAll(url, options) {
  const executablePath = chromiumPaths.find(path => existsSync(path));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await takeInThemes(browser, url, pictures);
    await switchFault('on', options);
    await takeInThemes(browser, url, picturesOfLostCluster).finally(() =>
      switchFault('off', options),
    );
  } finally {
    await browser.close();
  }
}

/** Loses the cluster `mainnet` of the local platform, or finds it again. */
async function switchFault(how, { state, platformPort }) {
  await promisify(execFile)(process.execPath, [
    inRoot('scripts/platform.mjs'),
    ...['fault', how, 'unreachable-cluster', 'mainnet'],
    ...['--data', join(state, 'platform'), '--port', platformPort],
  ]);
}

async function takeInThemes(browser, url, wanted) {
  for (const user of new Set(wanted.map(picture => picture.user))) {
    for (const theme of themes) {
      const page = await browser.newPage({ colorScheme: theme });
      page.setDefaultTimeout(readyTimeoutMs);
      await signIn(page, url, user);
      for (const picture of wanted.filter(({ user: by }) => by === user)) {
        await takePicture(page, url, picture, theme);
      }
      await page.close();
    }
  }
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
  await picture.prepare?.(page);
  await settle(page);
  const file = `docs/images/${name}-${theme}.png`;
  await page.screenshot({ path: inRoot(file), animations: 'disabled' });
  process.stdout.write(`${file}\n`);
}

/** Charts and fonts settle after the text is there; a page may go on asking, and is taken as it is. */
async function settle(page) {
  await page
    .waitForLoadState('networkidle', { timeout: settleMs })
    .catch(() => {});
}
