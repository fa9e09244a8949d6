import { CompiledText } from '../expressions';

const namePattern = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const segmentPattern = /^[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?$/i;

/**
 * Renders a file's path; a value can only ever be a part of one name in it.
 *
 * @throws Error when a value or a part of the path is no plain name.
 */
export function renderPath(text: CompiledText, context: object): string {
  const path = text.render(context, value => {
    if (typeof value !== 'string' || !namePattern.test(value)) {
      throw new Error(`"${value}" cannot be part of a path.`);
    }
    return value;
  });
  for (const segment of path.split('/')) {
    if (!segmentPattern.test(segment)) {
      throw new Error(`"${segment}" in "${path}" is no plain file name.`);
    }
  }
  return path;
}
