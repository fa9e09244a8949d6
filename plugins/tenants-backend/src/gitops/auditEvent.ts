import {
  AuditorServiceCreateEventOptions,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { GitOpsAction } from '@tenantry/plugin-tenants-common';
import { RequestGitOpsOptions } from './GitOpsRequests';

/** How much a request can change. */
const severities: Readonly<
  Record<GitOpsAction, AuditorServiceEventSeverityLevel>
> = {
  refresh: 'low',
  sync: 'medium',
  suspend: 'high',
  resume: 'high',
  rollback: 'high',
};

/** What the audit log tells of a request to the GitOps engine. */
export function auditEvent(
  options: RequestGitOpsOptions,
): AuditorServiceCreateEventOptions {
  const { tenant, environment, request, httpRequest } = options;
  return {
    eventId: 'gitops-request',
    severityLevel: severities[request.action],
    request: httpRequest,
    meta: { queryType: request.action, tenant, environment, ...request },
  };
}
