import {
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { failureKind, failureMessage } from './errors';

function responseError(
  status: number,
  message: string,
): Promise<ResponseError> {
  const body = {
    error: { name: 'SomeError', message },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }) as Parameters<typeof ResponseError.fromResponse>[0],
  );
}

describe('failureKind', () => {
  it.each([
    [401, 'denied'],
    [403, 'denied'],
    [404, 'notFound'],
    [500, 'failed'],
    [503, 'failed'],
  ])('takes an answer with status %d for %s', async (status, kind) => {
    expect(failureKind(await responseError(status, 'why'))).toBe(kind);
  });

  it('tells errors that are no answers by their name', () => {
    expect(failureKind(new NotFoundError('x'))).toBe('notFound');
    expect(failureKind(new NotAllowedError('x'))).toBe('denied');
    expect(failureKind(new TypeError('Failed to fetch'))).toBe('failed');
  });
});

describe('failureMessage', () => {
  it('says what the backend said instead of the status line', async () => {
    const error = await responseError(503, 'The database does not answer.');
    expect(failureMessage(error)).toBe('The database does not answer.');
  });

  it('says what went wrong when there was no answer', () => {
    expect(failureMessage(new TypeError('Failed to fetch'))).toBe(
      'Failed to fetch',
    );
  });
});
