import { qualifiedResource } from '../resources';

/** What a `Status` object says about the object or the request that an error is about. */
export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: { reason: string; message: string; field: string }[];
}

/** An error with everything that a `Status` object needs. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details?: StatusDetails;

  constructor(
    status: { code: number; reason: string; details?: StatusDetails },
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = status.code;
    this.reason = status.reason;
    this.details = status.details;
  }
}

export const badRequest = (message: string) =>
  new ApiError({ code: 400, reason: 'BadRequest' }, message);

export const unauthorized = () =>
  new ApiError({ code: 401, reason: 'Unauthorized' }, 'Unauthorized');

export const pathNotFound = () =>
  new ApiError(
    { code: 404, reason: 'NotFound' },
    'the server could not find the requested resource',
  );

export const methodNotAllowed = () =>
  new ApiError(
    { code: 405, reason: 'MethodNotAllowed' },
    'the server does not allow this method on the requested resource',
  );

export const notAcceptable = (accept: string) =>
  new ApiError(
    { code: 406, reason: 'NotAcceptable' },
    `only application/json is served; the request accepts ${accept}`,
  );

/** Somebody else changed the object since it was read. */
export const conflict = (object: {
  group: string;
  plural: string;
  name: string;
}) =>
  new ApiError(
    {
      code: 409,
      reason: 'Conflict',
      details: { name: object.name, group: object.group, kind: object.plural },
    },
    `Operation cannot be fulfilled on ${qualifiedResource(object)} "${
      object.name
    }": the object has been modified; please apply your changes to the latest version and try again`,
  );

export const expired = (message: string) =>
  new ApiError({ code: 410, reason: 'Expired' }, message);

export const tooLarge = (limitBytes: number) =>
  new ApiError(
    { code: 413, reason: 'RequestEntityTooLarge' },
    `Request entity too large: limit is ${limitBytes}`,
  );

export const unsupportedMediaType = (type: string, supported: string[]) =>
  new ApiError(
    { code: 415, reason: 'UnsupportedMediaType' },
    `the body of the request was in an unknown format - accepted media types include: ${supported.join(
      ', ',
    )}; it was ${type || 'not given'}`,
  );

/** What an error says of the object that it is about. */
interface Subject {
  kind: string;
  group: string;
  name: string;
}

/** A field of an object that breaks a rule. */
export function invalid(
  object: Subject,
  field: string,
  message: string,
): ApiError {
  return invalidFields(object, [{ field, message }]);
}

/** Fields of an object that break rules. */
export function invalidFields(
  { kind, group, name }: Subject,
  fields: readonly { field: string; message: string }[],
): ApiError {
  const qualifiedKind = group ? `${kind}.${group}` : kind;
  const causes = fields.map(({ field, message }) => ({
    reason: 'FieldValueInvalid',
    message,
    field,
  }));
  const messages = fields.map(({ field, message }) => `${field}: ${message}`);
  return new ApiError(
    {
      code: 422,
      reason: 'Invalid',
      details: { name, group, kind, causes },
    },
    `${qualifiedKind} "${name}" is invalid: ${
      messages.length === 1 ? messages[0] : `[${messages.join(', ')}]`
    }`,
  );
}
