import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPaths } from './chromium.mjs';
import { licencesStep } from './licencesStep.mjs';
import { inRoot, root } from './paths.mjs';

const resultsDirectory = inRoot('.local', 'test-results');

/** Tests of what takes how long, which need the machine for themselves. */
const faultTests = 'packages/backend/src/faults/';

/**
 * The steps of `npm test`. Each answers how many of its parts passed, failed and were skipped,
 * and why parts were skipped.
 */
export const testSteps = [
  {
    name: 'types',
    title: 'Types',
    run: tools => commandStep(tools, [bin('typescript', 'bin/tsc')]),
  },
  {
    name: 'lint',
    title: 'Lint and format',
    run: async tools =>
      sum([
        await commandStep(tools, [backstage, 'repo', 'lint']),
        await commandStep(tools, [prettier, '--check', '.']),
      ]),
  },
  {
    name: 'licences',
    title: 'Licences and dependencies',
    run: licencesStep,
  },
  {
    name: 'scripts',
    title: 'Tests of the scripts',
    run: scriptsStep,
  },
  {
    name: 'unit',
    title: 'Unit and integration tests',
    run: tools =>
      jestStep(tools, 'unit', [
        '--maxWorkers=2',
        '--testPathIgnorePatterns=/node_modules/',
        `--testPathIgnorePatterns=${faultTests}`,
      ]),
  },
  {
    name: 'faults',
    title: 'Tests of faults',
    run: tools => jestStep(tools, 'faults', ['--runInBand', faultTests]),
  },
  {
    name: 'browser',
    title: 'Browser tests',
    run: browserStep,
  },
];

const backstage = bin('@backstage/cli', 'bin/backstage-cli');
const prettier = bin('prettier', 'bin-prettier.js');

async function scriptsStep(tools) {
  const output = await freshFile('scripts.tap');
  const code = await runNode(tools, [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${output}`,
    'scripts/tests/*.test.mjs',
  ]);
  const report = await readFile(output, 'utf8').catch(() => '');
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
  return counted(code, {
    passed: count('pass'),
    failed: count('fail'),
    skipped: count('skipped'),
  });
}

async function jestStep(tools, name, args) {
  const output = await freshFile(`${name}.json`);
  const code = await runNode(tools, [
    backstage,
    'repo',
    'test',
    // Without it, tests are watched wherever CI is not set, and only those of changed files run.
    '--watchAll=false',
    '--testTimeout=60000',
    '--json',
    `--outputFile=${output}`,
    ...args,
  ]);
  const report = await readJson(output);
  return counted(code, {
    passed: report?.numPassedTests ?? 0,
    failed:
      (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
    skipped: report?.numPendingTests ?? 0,
  });
}

async function browserStep(tools) {
  const chromium = chromiumPaths.find(path => existsSync(path));
  if (!chromium) {
    const reason =
      'no Chromium found; install it, or name it with CHROMIUM_PATH';
    process.stdout.write(`Browser tests: ${reason}\n`);
    return process.env.CI
      ? { passed: 0, failed: 1, skipped: 0, reason }
      : { passed: 0, failed: 0, skipped: 1, reason };
  }
  const output = await freshFile('browser.json');
  const code = await runNode(
    tools,
    [bin('@playwright/test', 'cli.js'), 'test'],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: output },
  );
  const stats = (await readJson(output))?.stats;
  return counted(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

async function commandStep(tools, args) {
  const code = await runNode(tools, args);
  return counted(code, { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 });
}

/** A program that failed has failed, whatever it counted. */
function counted(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function sum(parts) {
  return parts.reduce((left, right) => ({
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }));
}

function runNode(tools, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(tools.node, args, {
      cwd: root,
      env: { ...tools.env, NODE_OPTIONS: '--max-old-space-size=6144', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}

async function freshFile(name) {
  await mkdir(resultsDirectory, { recursive: true });
  const path = join(resultsDirectory, name);
  await rm(path, { force: true });
  return path;
}

async function readJson(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text && JSON.parse(text);
}

function bin(name, file) {
  return inRoot('node_modules', name, file);
}
