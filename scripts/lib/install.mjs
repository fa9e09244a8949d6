import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { runLogged } from './processes.mjs';

const installStamp = inRoot('node_modules', '.tenantry-install');
const appStamp = inRoot('packages', 'app', 'dist', '.tenantry-build');

/** Folders whose files go into the built frontend. */
const appSources = [
  'packages/app',
  'plugins/tenants',
  'plugins/tenants-common',
];
const ignoredFolders = new Set(['node_modules', 'dist', 'dist-types']);

/** Whether `installDependencies` has something to do. */
export async function needsInstall() {
  return (await readStamp(installStamp)) !== (await dependenciesHash());
}

/** Installs what yarn.lock names, unless that is what is installed. */
export async function installDependencies({ tools, log, say }) {
  if (!(await needsInstall())) {
    say('unchanged');
    return;
  }
  await runLogged({
    command: tools.node,
    args: [tools.yarn, 'install', '--immutable'],
    env: tools.env,
    log,
    what: 'The installation of the dependencies',
  });
  await writeFile(installStamp, await dependenciesHash());
}

/** Builds the frontend, unless its sources are those of the last build. */
export async function buildApp({ tools, log, say }) {
  const hash = await hashOf(await appFiles());
  if ((await readStamp(appStamp)) === hash) {
    say('unchanged');
    return;
  }
  await rm(appStamp, { force: true });
  await runLogged({
    command: tools.node,
    args: [tools.yarn, 'workspace', 'app', 'build'],
    env: tools.env,
    log,
    what: 'The build of the frontend',
  });
  await writeFile(appStamp, hash);
}

async function dependenciesHash() {
  const manifests = await Promise.all(
    ['packages', 'plugins'].map(async folder =>
      (
        await readdir(inRoot(folder))
      ).map(name => inRoot(folder, name, 'package.json')),
    ),
  );
  return hashOf([
    inRoot('package.json'),
    inRoot('yarn.lock'),
    inRoot('.yarnrc.yml'),
    ...manifests.flat(),
  ]);
}

async function appFiles() {
  const files = await Promise.all(
    appSources.map(folder => filesBelow(inRoot(folder))),
  );
  return [inRoot('yarn.lock'), ...files.flat()];
}

async function filesBelow(directory) {
  const entries = await readdir(directory, { withFileTypes: true });
  const files = await Promise.all(
    entries.map(entry => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        return ignoredFolders.has(entry.name) ? [] : filesBelow(path);
      }
      return [path];
    }),
  );
  return files.flat();
}

async function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    hash.update(`${path}\0`);
    hash.update(await readFile(path).catch(() => 'absent'));
  }
  return hash.digest('hex');
}

function readStamp(path) {
  return readFile(path, 'utf8').catch(() => undefined);
}
