import { InputError } from '@backstage/errors';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { readDescriptor, TemplateDescriptor } from './readDescriptor';
import { TenantOperation } from './TenantTemplate';

const versionAnnotation = 'tenantry.dev/template-version';
const operationAnnotation = 'tenantry.dev/operation';
const baseAnnotation = 'tenantry.dev/base-template';

const operations: readonly string[] = [
  'onboard',
  'add-environment',
  'change',
  'update',
  'remove',
] satisfies TenantOperation[];

/**
 * The folder of the template whose skeleton a template renders, relative to its own folder, for
 * example `../new-canton-client`; `undefined` for a template with a skeleton of its own.
 *
 * @param files - paths relative to the template's folder
 * @throws InputError when `template.yaml` is wrong, or names another place than a folder beside the
 *   template's own.
 * @public
 */
export function baseTemplateOf(
  files: readonly RepositoryFile[],
): string | undefined {
  const { [baseAnnotation]: folder } = readDescriptor(files).annotations;
  if (folder === undefined) {
    return undefined;
  }
  if (typeof folder !== 'string' || !/^\.\.\/\w[\w.-]*$/.test(folder)) {
    throw new InputError(
      `The annotation ${baseAnnotation} is "${folder}"; it has to name a folder beside the template's own, such as ../new-client.`,
    );
  }
  return folder;
}

/** @throws InputError when there is none, or it is no semantic version. */
export function templateVersion({ annotations }: TemplateDescriptor): string {
  const { [versionAnnotation]: version } = annotations;
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new InputError(
      `template.yaml needs the annotation ${versionAnnotation} with a version such as 1.0.0.`,
    );
  }
  return version;
}

/** @throws InputError when the annotation names no operation. */
export function templateOperation({
  annotations,
}: TemplateDescriptor): TenantOperation {
  const { [operationAnnotation]: operation = 'onboard' } = annotations;
  if (!isOperation(operation)) {
    throw new InputError(
      `The annotation ${operationAnnotation} is "${operation}"; it has to be one of ${operations.join(
        ', ',
      )}.`,
    );
  }
  return operation;
}

function isOperation(value: unknown): value is TenantOperation {
  return typeof value === 'string' && operations.includes(value);
}
