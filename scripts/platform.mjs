import { platformCommand } from './lib/nodeArguments.mjs';
import { runSource } from './lib/runSource.mjs';

await runSource(platformCommand);
