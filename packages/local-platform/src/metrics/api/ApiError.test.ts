import { PromqlError } from '../promql';
import { ApiError, errorAnswer } from './ApiError';

describe('errorAnswer', () => {
  it.each([
    [new PromqlError('bad_data', 'why'), 400],
    [new PromqlError('execution', 'why'), 422],
    [new PromqlError('timeout', 'why'), 503],
    [new ApiError('not_found', 'why'), 404],
    [new ApiError('internal', 'why'), 500],
  ])('gives %s the status %d and its message', (error, statusCode) => {
    expect(errorAnswer(error)).toEqual({
      statusCode,
      body: { status: 'error', errorType: error.type, error: 'why' },
    });
  });

  it('keeps what went wrong inside to the log', () => {
    const { statusCode, body } = errorAnswer(new TypeError('x is undefined'));
    expect(statusCode).toBe(500);
    expect(body.error).not.toContain('undefined');
  });
});
