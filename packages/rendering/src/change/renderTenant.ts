import { Registry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { TenantState } from '../state';
import { TenantTemplate } from '../template';
import { environmentContexts, tenantContext } from './context';
import { renderFiles } from './renderFiles';

/** What renders tenants; one for all states of a tenant that are compared. */
export interface TenantRendering {
  template: TenantTemplate;
  registry: Registry;
  /** What was written so far, see `renderYamlFile`. */
  written: Map<string, string>;
}

/**
 * Renders every file of a tenant, in the order of the paths.
 *
 * @param state - `undefined` for a tenant that is not there: it has no files
 * @throws Error when the template is at fault, see {@link renderFiles}.
 */
export function renderTenant(
  { template, registry, written }: TenantRendering,
  state: TenantState | undefined,
): RepositoryFile[] {
  if (!state) {
    return [];
  }
  const tenant = tenantContext(template, state, registry);
  const environments = environmentContexts(tenant, state);
  const { skeleton } = template.base;
  return renderFiles(skeleton, { tenant, environments, written });
}
