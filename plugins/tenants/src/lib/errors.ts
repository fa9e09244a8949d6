import { isError, toError } from '@backstage/errors';

/** What a failed request means to the person who looks at the page. */
export type FailureKind = 'notFound' | 'denied' | 'failed';

const kindsByStatus: Record<number, FailureKind> = {
  401: 'denied',
  403: 'denied',
  404: 'notFound',
};

const kindsByName: Record<string, FailureKind> = {
  AuthenticationError: 'denied',
  NotAllowedError: 'denied',
  NotFoundError: 'notFound',
};

/** Tells failures apart by the status of the answer, or by the name of the error. */
export function failureKind(error: Error): FailureKind {
  const status = 'statusCode' in error ? Number(error.statusCode) : NaN;
  return kindsByStatus[status] ?? kindsByName[error.name] ?? 'failed';
}

/** The reason that the backend gave, without the status line around it. */
export function failureMessage(error: unknown): string {
  const { cause, message } = toError(error);
  return isError(cause) && cause.message ? cause.message : message;
}
