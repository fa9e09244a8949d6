import { isError } from '@backstage/errors';

const statuses: Record<string, number> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  NotMergeableError: 405,
  ConflictError: 409,
  PreconditionFailedError: 412,
  InputError: 422,
};

const internalError = { status: 500, message: 'Internal Server Error' };

/** The HTTP status for an error, and the sentence that may be shown. */
export function statusOf(error: unknown): { status: number; message: string } {
  if (!isError(error)) return internalError;
  // Express and its body parsers carry the status of a malformed request.
  const { statusCode } = error;
  const status =
    statuses[error.name] ??
    (typeof statusCode === 'number' ? statusCode : internalError.status);
  return status < 500 ? { status, message: error.message } : internalError;
}
