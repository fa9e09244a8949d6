import { benchmarkCommand } from './lib/nodeArguments.mjs';
import { runSource } from './lib/runSource.mjs';

await runSource(benchmarkCommand);
