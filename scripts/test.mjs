import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ensureToolchain } from './lib/toolchain.mjs';
import { installDependencies } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { printSummary } from './lib/testSummary.mjs';
import { testSteps } from './lib/testSteps.mjs';
import { reportFailure, UserError } from './lib/userError.mjs';

const usage = `Runs the tests of Tenantry, all of them or some steps.

Usage: npm test -- [step ...]

Steps: ${testSteps.map(step => step.name).join(', ')}; all of them by default.
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(usage);
  } else {
    await runTests(stepsNamed(positionals));
  }
} catch (error) {
  reportFailure(error);
}

function stepsNamed(names) {
  const known = testSteps.map(step => step.name);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(`There is no step "${unknown[0]}".\n\n${usage}`);
  }
  return testSteps.filter(
    step => names.length === 0 || names.includes(step.name),
  );
}

async function runTests(steps) {
  const tools = await ensureToolchain();
  process.stdout.write(`${tools.description}\n`);
  await installDependencies({
    tools,
    log: inRoot('.local', 'logs', 'install.log'),
    say: detail => process.stdout.write(`Dependencies ${detail}\n`),
  });
  const results = [];
  for (const step of steps) {
    process.stdout.write(`\n=== ${step.title}\n`);
    const started = performance.now();
    const result = await step.run(tools);
    results.push({
      ...result,
      title: step.title,
      seconds: Math.round((performance.now() - started) / 1000),
    });
  }
  printSummary(results);
  process.exitCode = results.some(result => result.failed > 0) ? 1 : 0;
}
