import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from './paths.mjs';
import { UserError } from './userError.mjs';

const nodeVersion = '24.21.0';
const yarnVersion = '4.13.0';
const downloadTimeoutMs = 300_000;

const toolsDirectory = join(cacheDirectory, 'tools');

/**
 * Node and Yarn of the versions that Backstage needs: the running Node where it fits, otherwise
 * one from the npm package that holds the plain binary. Nothing is installed globally.
 *
 * @returns {Promise<{ node: string, yarn: string, env: NodeJS.ProcessEnv, description: string }>}
 *   `yarn` is a script to be run by `node`; `env` is for programs that look for `node` themselves
 */
export async function ensureToolchain() {
  const node = runningNodeFits()
    ? process.execPath
    : await toolFrom({
        name: `node-${process.platform}-${process.arch}`,
        version: nodeVersion,
        file: join('bin', process.platform === 'win32' ? 'node.exe' : 'node'),
      });
  const yarn = await toolFrom({
    name: '@yarnpkg/cli-dist',
    version: yarnVersion,
    file: join('bin', 'yarn.js'),
  });
  const { stdout } = await promisify(execFile)(node, ['--version']);
  return {
    node,
    yarn,
    env: environmentWith(dirname(node)),
    description: `Node ${stdout.trim().slice(1)}, Yarn ${yarnVersion}`,
  };
}

function runningNodeFits() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

async function toolFrom({ name, version, file }) {
  const prefix = join(toolsDirectory, `${name.replace('/', '-')}-${version}`);
  const path = join(prefix, 'node_modules', name, file);
  if (!(await exists(path))) {
    await mkdir(prefix, { recursive: true });
    await npmInstall(`${name}@${version}`, prefix);
  }
  if (!(await exists(path))) {
    throw new UserError(
      `The npm package ${name}@${version} does not hold ${file}: Node 22.12 or newer of the 22 or 24 line has to be installed by hand on this kind of machine.`,
    );
  }
  return path;
}

async function npmInstall(spec, prefix) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--prefix', prefix, '--no-save', '--no-audit'];
  try {
    await promisify(execFile)(
      npm,
      [...args, '--no-fund', '--ignore-scripts', '--loglevel=error', spec],
      { timeout: downloadTimeoutMs, shell: process.platform === 'win32' },
    );
  } catch (error) {
    const cause = (error.stderr || error.message).trim().split('\n')[0];
    throw new UserError(`npm could not bring ${spec}: ${cause}`);
  }
}

function environmentWith(directory) {
  const env = { ...process.env };
  const path = Object.keys(env).find(key => key.toUpperCase() === 'PATH');
  env[path ?? 'PATH'] = `${directory}${delimiter}${env[path] ?? ''}`;
  return env;
}

async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
