/**
 * The portal as `src/index.ts` composes it, in which tests see what is mounted. With
 * `TENANTRY_REMOVABLE_CHECKS` each of `checks` can be removed while it runs, and there is a plugin
 * that leaks.
 */
import { controlPlugin } from './controlPlugin';
import { leakyPlugin } from './leakyPlugin';
import { makeChecksRemovable } from './removableChecks';
import { showApplications } from './showApplications';

const isRemovable = process.env.TENANTRY_REMOVABLE_CHECKS === 'true';

// Nothing is left of a test that was ended.
process.on('disconnect', () => process.exit());
showApplications();
if (isRemovable) {
  makeChecksRemovable();
}
addToBackend(isRemovable ? [controlPlugin, leakyPlugin] : [controlPlugin]);
require('../../../index');

/** The portal makes its backend itself. */
function addToBackend(features: (typeof controlPlugin)[]): void {
  const backendDefaults: typeof import('@backstage/backend-defaults') = require('@backstage/backend-defaults');
  const { createBackend } = backendDefaults;
  backendDefaults.createBackend = () => {
    const backend = createBackend();
    features.forEach(feature => backend.add(feature));
    return backend;
  };
}
