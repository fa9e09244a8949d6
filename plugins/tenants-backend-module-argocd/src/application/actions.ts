import { GitOpsAction } from '@tenantry/plugin-tenants-common';
import { ApplicationProjection } from './Application';

/** What Argo CD would do with the Application if it were asked to. */
export function possibleActions({
  automated,
  busy,
  history,
}: ApplicationProjection): GitOpsAction[] {
  if (busy) {
    return ['refresh'];
  }
  return automated || history.length === 0
    ? ['sync', 'refresh']
    : ['sync', 'refresh', 'rollback'];
}
