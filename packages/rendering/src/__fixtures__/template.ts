import { resolve } from 'node:path';
import {
  loadTemplate,
  readTemplateDirectory,
  TenantTemplate,
} from '../template';

/** Folder of the template that this repository ships. */
export const cantonClientDirectory = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../templates/new-canton-client',
);

/** The template that this repository ships. */
export async function cantonClientTemplate(): Promise<TenantTemplate> {
  return loadTemplate(await readTemplateDirectory(cantonClientDirectory));
}
