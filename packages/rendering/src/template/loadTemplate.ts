import { InputError } from '@backstage/errors';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  baseTemplateOf,
  templateOperation,
  templateVersion,
} from './annotations';
import { CompiledText } from '../expressions';
import { mergeParameters } from './parameters';
import { readDescriptor } from './readDescriptor';
import { assertRecorded } from './recorded';
import { compile, readSkeleton } from './skeleton';
import { BaseTemplate, TenantTemplate } from './TenantTemplate';

/**
 * Loads a Software Template from the files of its folder: `template.yaml`, `skeleton/**` and,
 * where the template words its own pull request, `pull-request.md`.
 *
 * @param files - paths relative to the template's folder
 * @param baseFiles - the same of the folder that {@link baseTemplateOf} names, where it names one
 * @throws InputError when one of the templates is wrong.
 * @public
 */
export function loadTemplate(
  files: readonly RepositoryFile[],
  baseFiles?: readonly RepositoryFile[],
): TenantTemplate {
  const descriptor = readDescriptor(files);
  const { name, title } = descriptor;
  const operation = templateOperation(descriptor);
  const folder = baseTemplateOf(files);
  if ((operation === 'onboard') !== (folder === undefined)) {
    throw new InputError(
      `The template "${name}" needs the annotation tenantry.dev/base-template exactly when its operation is another than onboard, and it is ${operation}.`,
    );
  }
  if (folder && !baseFiles) {
    throw new InputError(
      `The template "${name}" needs the files of ${folder}.`,
    );
  }
  return {
    name,
    title,
    operation,
    schema: mergeParameters(descriptor.parameters),
    base: folder ? loadRecordedBase(baseFiles!) : loadBase(files),
    pullRequest: loadPullRequest(files),
  };
}

function loadPullRequest(
  files: readonly RepositoryFile[],
): CompiledText | undefined {
  const file = files.find(({ path }) => path === 'pull-request.md');
  return file && compile(file.content, file.path);
}

function loadBase(files: readonly RepositoryFile[]): BaseTemplate {
  const descriptor = readDescriptor(files);
  return {
    name: descriptor.name,
    version: templateVersion(descriptor),
    schema: mergeParameters(descriptor.parameters),
    skeleton: readSkeleton(files),
    pullRequest: loadPullRequest(files),
  };
}

function loadRecordedBase(files: readonly RepositoryFile[]): BaseTemplate {
  const base = loadBase(files);
  assertRecorded(base.schema);
  return base;
}
