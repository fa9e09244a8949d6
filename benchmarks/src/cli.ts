import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { BenchmarkSettings, runBenchmark } from './benchmark';
import { printResult } from './report/printResult';

const full: BenchmarkSettings = {
  tenants: 1000,
  viewers: [1, 20, 200],
  durationMs: 10_000,
  countMs: 60_000,
  idleMs: 30_000,
  changes: 50,
  growth: [100, 300, 1000, 3000],
};

const small: BenchmarkSettings = {
  tenants: 10,
  viewers: [1, 10],
  durationMs: 1_000,
  countMs: 3_000,
  idleMs: 3_000,
  changes: 3,
  growth: [],
};

interface BenchmarkOptions {
  small?: boolean;
  tenants?: number;
  growth?: string[];
  output?: string;
}

function settingsOf(options: BenchmarkOptions): BenchmarkSettings {
  const { small: isSmall, tenants, growth } = options;
  const settings = isSmall ? small : full;
  return {
    ...settings,
    ...(tenants && { tenants }),
    ...(growth && { growth: growth.map(Number) }),
  };
}

new Command('bench')
  .description(
    'Measures the status engine beside stock plugins, on copies of the sample platform.',
  )
  .option('--small', 'fewer tenants and shorter; ends within two minutes')
  .option('--tenants <number>', 'size of the fleet that is read', Number)
  .option('--growth <numbers...>', 'sizes of fleets whose costs are compared')
  .option('--output <file>', 'where to write the result as JSON')
  .action(async (options: BenchmarkOptions) => {
    const startedAt = performance.now();
    const result = await runBenchmark(settingsOf(options), line => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
    });
    process.stdout.write(`${printResult(result)}\n`);
    if (options.output) {
      await writeFile(options.output, JSON.stringify(result, undefined, 2));
    }
  })
  .parseAsync()
  .catch(error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  });
