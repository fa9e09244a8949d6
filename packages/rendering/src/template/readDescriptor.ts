import { InputError } from '@backstage/errors';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { parse } from 'yaml';
import { isObject } from '../isObject';

/** What `template.yaml` says of a template, unchecked but for its name. */
export interface TemplateDescriptor {
  name: string;
  title: string;
  annotations: Record<string, unknown>;
  parameters: unknown;
}

/**
 * Reads `template.yaml` among the files of a template's folder.
 *
 * @throws InputError when there is none, or it is no template.
 */
export function readDescriptor(
  files: readonly RepositoryFile[],
): TemplateDescriptor {
  const file = files.find(({ path }) => path === 'template.yaml');
  if (!file) {
    throw new InputError('The template has no template.yaml.');
  }
  const entity = parseYaml(file.content);
  const metadata = isObject(entity.metadata) ? entity.metadata : {};
  const spec = isObject(entity.spec) ? entity.spec : {};
  const { name, title = name, annotations } = metadata;
  if (typeof name !== 'string' || typeof title !== 'string') {
    throw new InputError('template.yaml needs metadata.name as text.');
  }
  return {
    name,
    title,
    annotations: isObject(annotations) ? annotations : {},
    parameters: spec.parameters,
  };
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
