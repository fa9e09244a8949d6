import { CORE_SCHEMA, load, Type } from 'js-yaml';

/** As in YAML 1.2's core schema; js-yaml reads `0b11` as a number too, which others write as text. */
const integer = new Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: text => /^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text ?? ''),
  construct: Number,
});
const schema = CORE_SCHEMA.extend({ implicit: [integer] });

/**
 * Reads one YAML document of JSON values. Merge keys and tags have no meaning in it.
 *
 * @throws Error that says where the text is no YAML, has a second document or the same key twice,
 *   or that aliases make more of it than it says.
 */
export function readYaml(text: string): unknown {
  const value = load(text, { schema });
  // Each value takes a character at least, unless an alias repeats it.
  if (hasMoreThan(text.length + 1, value)) {
    throw new Error('Aliases repeat too much of the file.');
  }
  return value;
}

/** Whether a value is made of more values than that; ends in any case, even for one that holds itself. */
function hasMoreThan(limit: number, root: unknown): boolean {
  const open = [root];
  let count = 1;
  while (open.length > 0 && count <= limit) {
    const value = open.pop();
    for (const part of isObject(value) ? Object.values(value) : []) {
      count += 1;
      open.push(part);
    }
  }
  return count > limit;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
