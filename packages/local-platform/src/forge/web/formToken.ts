import { randomBytes, timingSafeEqual } from 'node:crypto';
import { NotAllowedError } from '@backstage/errors';
import { Request } from 'express';

/** Recognises forms that this process has served to its own pages. */
export interface FormToken {
  /** Goes into each form as the hidden field `token`. */
  readonly value: string;
  /** @throws NotAllowedError when the request comes from somewhere else. */
  assertOwnForm(request: Request): void;
}

/** Creates a token that is good until the process ends. */
export function createFormToken(): FormToken {
  const value = randomBytes(32).toString('hex');
  return {
    value,
    assertOwnForm(request) {
      const given = Buffer.from(String(request.body?.token ?? ''));
      const expected = Buffer.from(value);
      const known =
        given.length === expected.length && timingSafeEqual(given, expected);
      if (!known || !isSameOrigin(request)) {
        throw new NotAllowedError(
          'This form is out of date. Open the page again and repeat.',
        );
      }
    },
  };
}

function isSameOrigin(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site) return site === 'same-origin';
  const origin = request.get('Origin');
  return origin === `${request.protocol}://${request.get('Host')}`;
}
