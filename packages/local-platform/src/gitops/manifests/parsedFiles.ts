/** Parsed files that are kept; some thousands of files are a large platform. */
const limit = 5_000;

/**
 * Wraps a parser so that a file is parsed once for all the times it is asked for, by its path and
 * content. What it returns is shared and never to be modified.
 */
export function parsedOnce<T>(
  parse: (path: string, content: string) => T,
): (path: string, content: string) => T {
  const results = new Map<string, T>();
  return (path, content) => {
    const key = `${path}\n${content}`;
    const known = results.get(key);
    if (known !== undefined) {
      return known;
    }
    const result = parse(path, content);
    if (results.size >= limit) {
      results.clear();
    }
    results.set(key, result);
    return result;
  };
}
