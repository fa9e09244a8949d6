import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { GitOpsAction } from '@tenantry/plugin-tenants-common';
import { Request } from 'express';

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

/** Errors by which a request is turned down, as opposed to one that goes wrong. */
const refusals = ['NotAllowedError', 'NotFoundError', 'ConflictError'];

/** What the audit log tells of a request. */
export interface AuditedRequest {
  tenant: string;
  environment: string;
  action: GitOpsAction;
  /** Entry of the history; with `rollback` only. */
  deployment?: string;
}

/**
 * Does the work of a request with a note in the audit log of what became of it. Without a log
 * nothing is done.
 */
export async function audited(
  options: {
    auditor: AuditorService;
    httpRequest: Request<any, any, any, any, any>;
    audit: AuditedRequest;
  },
  work: () => Promise<void>,
): Promise<void> {
  const { auditor, httpRequest, audit } = options;
  const event = await auditor.createEvent({
    eventId: 'gitops-request',
    severityLevel: severities[audit.action],
    request: httpRequest,
    meta: { queryType: audit.action, ...audit },
  });
  try {
    await work();
  } catch (thrown) {
    const error = toError(thrown);
    const outcome = refusals.includes(error.name) ? 'refused' : 'failed';
    await event.fail({ error, meta: { outcome } });
    throw error;
  }
  await event.success({ meta: { outcome: 'accepted' } });
}
