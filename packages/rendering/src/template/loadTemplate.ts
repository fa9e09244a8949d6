import { InputError } from '@backstage/errors';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { parse } from 'yaml';
import { CompiledText, compileText } from '../expressions';
import { isObject } from '../isObject';
import { mergeParameters } from './parameters';
import { SkeletonFile, TenantTemplate } from './TenantTemplate';

const skeletonFolder = 'skeleton/';
const versionAnnotation = 'tenantry.dev/template-version';

/**
 * Loads a Software Template from the files of its folder: `template.yaml`, `skeleton/**` and,
 * where the template words its own pull request, `pull-request.md`.
 *
 * @param files - paths relative to the template's folder
 * @throws InputError when the template itself is wrong.
 * @public
 */
export function loadTemplate(files: readonly RepositoryFile[]): TenantTemplate {
  const descriptor = files.find(file => file.path === 'template.yaml');
  if (!descriptor) {
    throw new InputError('The template has no template.yaml.');
  }
  const skeleton = files
    .filter(file => file.path.startsWith(skeletonFolder))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map(skeletonFile);
  if (skeleton.length === 0) {
    throw new InputError('The template has no files under skeleton/.');
  }
  const pullRequest = files.find(file => file.path === 'pull-request.md');
  return {
    ...readDescriptor(descriptor),
    skeleton,
    pullRequest: pullRequest && compile(pullRequest.content, pullRequest.path),
  };
}

function readDescriptor({ content }: RepositoryFile) {
  const entity = parseYaml(content);
  const metadata = isObject(entity.metadata) ? entity.metadata : {};
  const annotations = isObject(metadata.annotations)
    ? metadata.annotations
    : {};
  const spec = isObject(entity.spec) ? entity.spec : {};
  const { name, title = name } = metadata;
  const version = annotations[versionAnnotation];
  if (typeof name !== 'string' || typeof title !== 'string') {
    throw new InputError('template.yaml needs metadata.name as text.');
  }
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new InputError(
      `template.yaml needs the annotation ${versionAnnotation} with a version such as 1.0.0.`,
    );
  }
  return { name, title, version, schema: mergeParameters(spec.parameters) };
}

function parseYaml(content: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = parse(content);
  } catch (error) {
    throw new InputError('template.yaml is no valid YAML.', error);
  }
  if (!isObject(parsed)) {
    throw new InputError('template.yaml holds no object.');
  }
  return parsed;
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

function compile(source: string, path: string): CompiledText {
  try {
    return compileText(source, path);
  } catch (error) {
    throw new InputError(`${path} of the template cannot be read`, error);
  }
}
