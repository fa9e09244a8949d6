import { CustomErrorBase } from '@backstage/errors';

/**
 * Somebody asks too often. Backstage answers it with the status 429.
 *
 * @public
 */
export class TooManyRequestsError extends CustomErrorBase {
  readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;
}
