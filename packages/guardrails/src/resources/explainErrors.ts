import { ErrorObject } from 'ajv';
import { asList, asRecord, pointer } from '../json';
import { ResourceProblem } from './explainResource';

/** Keywords whose message says no more than that of what they combine. */
const combining = ['oneOf', 'anyOf', 'if'];

/** Words the errors of a validator, one problem for each place. */
export function explainErrors(
  errors: readonly ErrorObject[],
  object: { kind?: unknown },
): ResourceProblem[] {
  const places = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const path = placeOf(error);
    places.set(path, [...(places.get(path) ?? []), error]);
  }
  return [...places].map(([path, ofPlace]) =>
    explainPlace(path, ofPlace, object),
  );
}

function explainPlace(
  path: string,
  errors: readonly ErrorObject[],
  object: { kind?: unknown },
): ResourceProblem {
  if (errors.some(isUnknownField)) {
    return {
      reason: 'unknown-field',
      path,
      message: `${path} is no field of this kind.`,
    };
  }
  const telling = errors.filter(({ keyword }) => !combining.includes(keyword));
  const rules = new Set((telling.length > 0 ? telling : errors).map(ruleOf));
  const shown = object.kind === 'Secret' ? undefined : brief(object, path);
  return {
    reason: 'invalid-value',
    path,
    message: `${path || '/'} ${[...rules].join(', ')}${
      shown ? `; it is ${shown}` : ''
    }.`,
  };
}

function ruleOf({ message, keyword, params }: ErrorObject): string {
  return keyword === 'enum'
    ? `must be one of ${asList(asRecord(params).allowedValues).join(', ')}`
    : message ?? keyword;
}

function isUnknownField({ keyword }: ErrorObject): boolean {
  return keyword === 'additionalProperties';
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') {
    return instancePath + pointer(params.additionalProperty);
  }
  return instancePath;
}

/** A text or number as it is, and nothing of what is larger. */
function brief(object: object, path: string): string | undefined {
  const value = path
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>((parent, key) => (parent as any)?.[key], object);
  const text = typeof value === 'object' ? undefined : JSON.stringify(value);
  return text && text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
