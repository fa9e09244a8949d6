import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ErrorRequestHandler, Request } from 'express';
import { Denial, denialOf } from './denials';

/**
 * Notes in the audit log who asked for what is not theirs, and passes the error on. The answer does
 * not depend on the note: a log that fails must not tell a tenant that exists from one that does
 * not.
 */
export function auditDenials(options: {
  auditor: AuditorService;
  logger: LoggerService;
}): ErrorRequestHandler {
  return async (error, request, _, next) => {
    const denial = denialOf(error);
    if (denial) {
      await note(error, denial, request, options);
    }
    next(error);
  };
}

async function note(
  error: Error,
  denial: Denial,
  request: Request,
  { auditor, logger }: { auditor: AuditorService; logger: LoggerService },
): Promise<void> {
  try {
    const event = await auditor.createEvent({
      eventId: 'access-denied',
      severityLevel: 'medium',
      request,
      meta: { ...denial },
    });
    await event.fail({ error, meta: { outcome: 'refused' } });
  } catch (failure) {
    logger.error('A denial could not be audited.', toError(failure));
  }
}
