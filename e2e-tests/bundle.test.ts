import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const folder = 'packages/app/dist/static';
const maximumBytes = 60_000;
const ours = /plugins\/tenants(-common)?\/src\//;
const lazyLibraries = /node_modules\/(recharts|papaparse|diff)\//;

/** The chunks of the app that was built, with the sources that each is made of. */
const chunks = () =>
  readdirSync(folder)
    .filter(file => file.endsWith('.js.map'))
    .map(file => ({
      name: file.slice(0, -'.map'.length),
      sources: JSON.parse(readFileSync(join(folder, file), 'utf8'))
        .sources as string[],
    }));

const sizeOf = (name: string) =>
  gzipSync(readFileSync(join(folder, name))).length;

test('every chunk with code of the plugin stays small', () => {
  const sizes = chunks()
    .filter(({ sources }) => sources.some(source => ours.test(source)))
    .map(({ name }) => ({ name, bytes: sizeOf(name) }));
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.filter(({ bytes }) => bytes >= maximumBytes)).toEqual([]);
});

test('charts, CSV and diffs load only where they are shown', async ({
  page,
}) => {
  const loaded = new Set<string>();
  page.on('response', response =>
    loaded.add(new URL(response.url()).pathname.split('/').at(-1)!),
  );
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const early = chunks().filter(({ name }) => loaded.has(name));
  expect(early.length).toBeGreaterThan(0);
  expect(
    early.filter(({ sources }) =>
      sources.some(source => lazyLibraries.test(source)),
    ),
  ).toEqual([]);
});
