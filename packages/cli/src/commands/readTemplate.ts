import {
  baseTemplateOf,
  loadTemplate,
  readTemplateDirectory,
  TenantTemplate,
} from '@tenantry/rendering';
import { join } from 'node:path';

/**
 * Loads a template from its folder, with the one whose skeleton it renders.
 *
 * @throws Error when a folder cannot be read, or holds no valid template.
 */
export async function readTemplate(directory: string): Promise<TenantTemplate> {
  const files = await readTemplateDirectory(directory);
  const base = baseTemplateOf(files);
  return loadTemplate(
    files,
    base === undefined
      ? undefined
      : await readTemplateDirectory(join(directory, base)),
  );
}
