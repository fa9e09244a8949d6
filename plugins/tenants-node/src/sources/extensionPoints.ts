import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { GitOpsEngine } from './GitOpsEngine';
import { MetricsSource } from './MetricsSource';
import { StatusSource } from './StatusSource';

/**
 * Adds sources of status and metrics to the tenants backend.
 *
 * @public
 */
export interface TenantsSourcesExtensionPoint {
  addStatusSource(source: StatusSource): void;
  /** One for each id. */
  addGitOpsEngine(engine: GitOpsEngine): void;
  /** There can be one. */
  setMetricsSource(source: MetricsSource): void;
}

/** @public */
export const tenantsSourcesExtensionPoint =
  createExtensionPoint<TenantsSourcesExtensionPoint>({ id: 'tenants.sources' });
