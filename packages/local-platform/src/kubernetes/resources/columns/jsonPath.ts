const stepPattern =
  /\.((?:\\.|[^.[\\])+)|\[(\d+)\]|\[\?\(@\.(\w+)\s*==\s*["']([^"']*)["']\)\]/g;

type Fields = Record<string, unknown>;

/**
 * Reads the value at one of the JSONPaths that printer columns use: fields (`.status.phase`, with
 * `\.` for a dot in a name), indexes (`[0]`) and one filter (`[?(@.type=="Ready")]`, the first
 * element that matches).
 */
export function readJsonPath(object: unknown, path: string): unknown {
  return [...path.matchAll(stepPattern)].reduce<unknown>(
    (value, [, field, index, filterField, filterValue]) => {
      if (field !== undefined) {
        return (value as Fields | undefined)?.[field.replace(/\\(.)/g, '$1')];
      }
      const list = Array.isArray(value) ? (value as Fields[]) : [];
      return index === undefined
        ? list.find(item => item?.[filterField] === filterValue)
        : list[Number(index)];
    },
    object,
  );
}
