import { inRoot } from './paths.mjs';

/** Lets Node run the TypeScript sources of the repository. */
export const sourceArguments = [
  '--enable-source-maps',
  '--disable-warning=DEP0040',
  '--require',
  inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
];

/** The command line of the local platform. */
export const platformCommand = inRoot('packages/local-platform/src/cli.ts');

/** The command line of the benchmarks. */
export const benchmarkCommand = inRoot('benchmarks/src/cli.ts');

/** The command line of the walk over a running portal. */
export const isolationCommand = inRoot(
  'packages/backend/src/isolation/__testUtils__/running/cli.ts',
);
