import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';

const action = /\{\{(.*?)\}\}/gs;
const fieldPath = /^(\.[A-Za-z_][A-Za-z0-9_]*)+$/;
const word = /"(?:[^"\\]|\\.)*"|\S+/g;

/**
 * Renders the part of Go's text/template that ApplicationSets here use: a field path such as
 * `{{ .spec.application }}`, and `{{ index .spec.versions "splice" }}`.
 *
 * @throws InputError for anything else, and for a key that the data does not have.
 */
export function renderGoTemplate(text: string, data: JsonObject): string {
  const rendered = text.replace(action, (_, expression: string) =>
    print(evaluate(expression.trim(), data), expression.trim()),
  );
  if (text.replace(action, '').includes('{{')) {
    throw new InputError(`template: unclosed action in "${text}"`);
  }
  return rendered;
}

/** Renders every string in the value, keys of objects excepted. */
export function renderStrings(value: JsonValue, data: JsonObject): JsonValue {
  if (typeof value === 'string') {
    return renderGoTemplate(value, data);
  }
  if (Array.isArray(value)) {
    return value.map(item => renderStrings(item, data));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
        .map(([key, item]) => [key, renderStrings(item, data)]),
    );
  }
  return value;
}

function evaluate(expression: string, data: JsonObject): JsonValue {
  const words = expression.match(word) ?? [];
  if (words.length === 1 && fieldPath.test(words[0])) {
    return lookUp(data, words[0].slice(1).split('.'), expression);
  }
  const [name, path = '', ...keys] = words;
  const quoted = keys.length > 0 && keys.every(key => /^".*"$/.test(key));
  if (name === 'index' && fieldPath.test(path) && quoted) {
    const names = keys.map(key => JSON.parse(key) as string);
    return lookUp(data, [...path.slice(1).split('.'), ...names], expression);
  }
  throw new InputError(
    `template: "{{ ${expression} }}" is not supported; write a field such as {{ .spec.tenant }}, or {{ index .spec.versions "name" }}`,
  );
}

function lookUp(
  data: JsonObject,
  path: string[],
  expression: string,
): JsonValue {
  let value: JsonValue | undefined = data;
  for (const key of path) {
    const known: boolean =
      value !== null && typeof value === 'object' && Object.hasOwn(value, key);
    value = known ? (value as JsonObject)[key] : undefined;
    if (value === undefined) {
      throw new InputError(
        `template: "{{ ${expression} }}": map has no entry for key "${key}"`,
      );
    }
  }
  return value;
}

function print(value: JsonValue, expression: string): string {
  if (value === null || typeof value === 'object') {
    throw new InputError(
      `template: "{{ ${expression} }}" is not a text, number or boolean`,
    );
  }
  return String(value);
}
