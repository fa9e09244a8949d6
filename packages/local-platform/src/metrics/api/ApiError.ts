import { PromqlError } from '../promql';

/** Kinds of failure in the answers of the Prometheus HTTP API. */
export type ApiErrorType =
  | 'bad_data'
  | 'execution'
  | 'timeout'
  | 'internal'
  | 'not_found';

const statusCodes: Record<ApiErrorType, number> = {
  bad_data: 400,
  not_found: 404,
  execution: 422,
  internal: 500,
  timeout: 503,
};

/** A request that is answered with an error of the Prometheus HTTP API. */
export class ApiError extends Error {
  constructor(readonly type: ApiErrorType, message: string) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Status code and body of the answer to a failed request. */
export function errorAnswer(error: unknown) {
  const { type, message } = asApiError(error);
  return {
    statusCode: statusCodes[type],
    body: { status: 'error', errorType: type, error: message },
  };
}

function asApiError(error: unknown): { type: ApiErrorType; message: string } {
  if (error instanceof ApiError || error instanceof PromqlError) return error;
  return isRefusedByExpress(error)
    ? { type: 'bad_data', message: error.message }
    : { type: 'internal', message: 'the simulator failed; see its log' };
}

/** For example a body that is too large. */
function isRefusedByExpress(error: unknown): error is Error {
  const status = (error as { status?: unknown }).status;
  return error instanceof Error && typeof status === 'number' && status < 500;
}
