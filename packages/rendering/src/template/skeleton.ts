import { InputError } from '@backstage/errors';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { CompiledText, compileText } from '../expressions';
import { SkeletonFile } from './TenantTemplate';

const skeletonFolder = 'skeleton/';

/**
 * Compiles the files of a template's skeleton, in the order of their paths.
 *
 * @throws InputError when there is none, or one is no template.
 */
export function readSkeleton(files: readonly RepositoryFile[]): SkeletonFile[] {
  const skeleton = files
    .filter(({ path }) => path.startsWith(skeletonFolder))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map(skeletonFile);
  if (skeleton.length === 0) {
    throw new InputError('The template has no files under skeleton/.');
  }
  return skeleton;
}

function skeletonFile({ path, content }: RepositoryFile): SkeletonFile {
  const target = path.slice(skeletonFolder.length);
  return {
    source: path,
    path: compile(target, path),
    text: compile(content, path),
    perEnvironment: /\$\{\{[^}]*\benvironment\b/.test(target),
  };
}

/** @throws InputError when the text is no valid template; the message names the file. */
export function compile(source: string, path: string): CompiledText {
  try {
    return compileText(source, path);
  } catch (error) {
    throw new InputError(`${path} of the template cannot be read`, error);
  }
}
