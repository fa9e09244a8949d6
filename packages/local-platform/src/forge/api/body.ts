import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Checks the body of a request.
 *
 * @throws InputError that names the field and the rule.
 */
export function parseBody<S extends z.ZodTypeAny>(
  schema: S,
  body: unknown,
): z.output<S> {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `[${path.join('.') || 'body'}]: ${message}`,
  );
  throw new InputError(problems.slice(0, 10).join('; '));
}
