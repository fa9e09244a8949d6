import { isError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ApiError, StatusDetails } from './ApiError';

const knownErrors: Record<string, { code: number; reason: string }> = {
  InputError: { code: 400, reason: 'BadRequest' },
  NotAllowedError: { code: 403, reason: 'Forbidden' },
  NotFoundError: { code: 404, reason: 'NotFound' },
  ConflictError: { code: 409, reason: 'Conflict' },
};

export interface Status extends JsonObject {
  kind: 'Status';
  code: number;
}

/** The `Status` object for an error; of an unforeseen one it tells nothing. */
export function toStatus(error: unknown): Status {
  if (error instanceof ApiError) {
    return failure(error, error.message, error.details);
  }
  const known = isError(error) ? knownErrors[error.name] : undefined;
  return known && isError(error)
    ? failure(known, error.message)
    : failure(
        { code: 500, reason: 'InternalError' },
        'Internal error occurred; the log of the local platform says more.',
      );
}

/** The `Status` object that confirms a deletion. */
export function success(details: StatusDetails): JsonObject {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...details } as JsonObject,
  };
}

function failure(
  { code, reason }: { code: number; reason: string },
  message: string,
  details: StatusDetails = {},
): Status {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    details: { ...details } as JsonObject,
    code,
  };
}
