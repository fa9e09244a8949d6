import { Registry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { TenantState } from '../state';
import { TenantTemplate } from '../template';
import { environmentContexts, tenantContext } from './context';
import { renderFiles } from './renderFiles';

/**
 * Renders every file of a tenant, in the order of the paths.
 *
 * @param state - `undefined` for a tenant that is not there: it has no files
 * @throws Error when the template is at fault, see {@link renderFiles}.
 */
export function renderTenant(
  template: TenantTemplate,
  state: TenantState | undefined,
  registry: Registry,
): RepositoryFile[] {
  if (!state) {
    return [];
  }
  const context = tenantContext(template, state, registry);
  return renderFiles(template, context, environmentContexts(context, state));
}
