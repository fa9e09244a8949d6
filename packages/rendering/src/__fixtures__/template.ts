import { resolve } from 'node:path';
import {
  loadTemplate,
  readTemplateDirectory,
  TenantTemplate,
} from '../template';

/** Folder of the templates that this repository ships. */
export const templatesDirectory = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../templates',
);

/** Folder of the template for new clients. */
export const cantonClientDirectory = resolve(
  templatesDirectory,
  'new-canton-client',
);

/** The template for new clients. */
export async function cantonClientTemplate(): Promise<TenantTemplate> {
  return loadTemplate(await readTemplateDirectory(cantonClientDirectory));
}

/** Folders of the templates for existing clients. */
export const dayTwoTemplates = [
  'add-environment',
  'change-allow-list',
  'change-size',
  'change-top-up',
  'offboard-client',
  'remove-client',
  'resume-client',
  'suspend-client',
  'update-client',
  'upgrade-splice',
];

/** One of the templates for existing clients, by the name of its folder. */
export async function dayTwoTemplate(name: string): Promise<TenantTemplate> {
  return loadTemplate(
    await readTemplateDirectory(resolve(templatesDirectory, name)),
    await readTemplateDirectory(cantonClientDirectory),
  );
}
