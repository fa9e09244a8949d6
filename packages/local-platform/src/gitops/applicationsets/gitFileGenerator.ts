import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { parsedOnce } from '../manifests/parsedFiles';

/** `generators[].git` of an ApplicationSet. */
export interface GitFileGenerator {
  repoURL?: string;
  revision?: string;
  files?: { path: string; exclude?: boolean }[];
}

const parameters = parsedOnce(readParameters);

/**
 * The parameters of each file that the generator finds: the file's own content, and under `path`
 * where it is.
 *
 * @throws InputError when a glob is not understood, or a file is no YAML mapping.
 */
export function generateFromFiles(
  generator: GitFileGenerator,
  files: ReadonlyMap<string, string>,
): JsonObject[] {
  if (!generator.files?.length) {
    throw new InputError(
      'a git generator needs files here; directories are not supported',
    );
  }
  const included = generator.files.filter(({ exclude }) => !exclude);
  const excluded = generator.files.filter(({ exclude }) => exclude);
  const matches = (globs: { path: string }[], path: string) =>
    globs.some(glob => globPattern(glob.path).test(path));
  return [...files.keys()]
    .filter(path => matches(included, path) && !matches(excluded, path))
    .sort()
    .map(path => parameters(path, files.get(path)!));
}

/**
 * Turns a glob into a pattern: `*` stands for a run of characters within a path segment, `**` for
 * any run.
 *
 * @throws InputError for any other wildcard.
 */
export function globPattern(glob: string): RegExp {
  if (/[?[\]{}!]/.test(glob)) {
    throw new InputError(`the glob "${glob}" may hold only * and **`);
  }
  const source = glob
    .split(/(\*+)/)
    .map(part => {
      if (part === '*') {
        return '[^/]*';
      }
      return part.startsWith('*') ? '.*' : part.replace(/[.+^$()|\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function readParameters(path: string, content: string): JsonObject {
  const data: unknown = parse(content, { maxAliasCount: 10 });
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new InputError(`unable to parse file ${path}: not a YAML mapping`);
  }
  const segments = path.split('/');
  const filename = segments.pop()!;
  return {
    ...(data as JsonObject),
    path: {
      path: segments.join('/'),
      basename: segments.at(-1) ?? '',
      filename,
      segments,
    },
  };
}
