import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** An error that names the key, the value where it may be shown, and the rule. */
export function invalidKey(key: string, rule: string): InputError {
  return new InputError(`The configuration ${key} ${rule}.`);
}

/**
 * Reads one of several words.
 *
 * @throws InputError that names the key and the words.
 */
export function readChoice<T extends string>(
  config: Config,
  key: string,
  {
    path,
    choices,
    fallback,
  }: { path: string; choices: readonly T[]; fallback?: T },
): T {
  const text = config.getOptionalString(key) ?? fallback;
  const choice = choices.find(candidate => candidate === text);
  if (!choice) {
    throw invalidKey(
      `${path}.${key}`,
      `must be one of ${choices.join(', ')}${text ? `, not "${text}"` : ''}`,
    );
  }
  return choice;
}

/**
 * Reads a text of a pattern.
 *
 * @throws InputError that names the key, the value and the rule.
 */
export function readText(
  config: Config,
  key: string,
  { path, pattern, rule }: { path: string; pattern: RegExp; rule: string },
): string {
  const text = config.getString(key);
  if (!pattern.test(text)) {
    throw invalidKey(`${path}.${key}`, `must be ${rule}, not "${text}"`);
  }
  return text;
}
