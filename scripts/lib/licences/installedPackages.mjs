import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';

const workspaceFolders = ['packages', 'plugins'];

/**
 * Every package that is installed, with what it says of its licence; our own are not among them.
 *
 * @returns {Promise<{ name: string, version: string, licence: string }[]>}
 */
export async function installedPackages() {
  const workspaces = await Promise.all(
    workspaceFolders.map(async folder =>
      (await readdir(inRoot(folder))).map(name => inRoot(folder, name)),
    ),
  );
  const homes = [inRoot(), inRoot('benchmarks'), ...workspaces.flat()];
  const found = await Promise.all(homes.map(packagesBelow));
  return unique(found.flat());
}

/** What an SPDX expression, one of the older forms, or nothing says. */
export function licenceOf({ license, licenses }) {
  const stated = [license ?? licenses ?? []].flat();
  const names = stated.map(entry => entry.type ?? entry);
  return names.join(' OR ') || 'UNKNOWN';
}

async function packagesBelow(directory) {
  const modules = join(directory, 'node_modules');
  const folders = await foldersOf(modules);
  const scoped = await Promise.all(
    folders
      .filter(name => name.startsWith('@'))
      .map(async scope =>
        (await foldersOf(join(modules, scope))).map(name => join(scope, name)),
      ),
  );
  const names = folders.filter(name => !/^[.@]/.test(name));
  const found = await Promise.all(
    [...names, ...scoped.flat()].map(name => readPackage(join(modules, name))),
  );
  return found.flat();
}

async function readPackage(directory) {
  const nested = await packagesBelow(directory);
  const text = await readFile(join(directory, 'package.json'), 'utf8').catch(
    () => undefined,
  );
  if (!text) {
    return nested;
  }
  const manifest = JSON.parse(text);
  const { name, version } = manifest;
  return [{ name, version, licence: licenceOf(manifest) }, ...nested];
}

/** Links are our own packages. */
async function foldersOf(directory) {
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    () => [],
  );
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
}

function unique(packages) {
  const byKey = packages.map(found => [
    `${found.name}@${found.version}`,
    found,
  ]);
  return [...new Map(byKey).values()];
}
