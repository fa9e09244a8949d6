import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/**
 * Reads the values of a form from a file in YAML or JSON.
 *
 * @throws InputError when it cannot be read, or holds no mapping.
 */
export async function readValues(
  file: string,
): Promise<Record<string, unknown>> {
  let values: unknown;
  try {
    values = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file} cannot be read`, error);
  }
  if (!isMapping(values)) {
    throw new InputError(`${file} has to hold a mapping of names to values.`);
  }
  return values;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
