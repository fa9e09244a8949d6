import { checkChange } from '@tenantry/guardrails';
import { TenantFilesReader } from '@tenantry/plugin-tenants-node';
import {
  renderChange,
  RenderedChange,
  TenantTemplate,
} from '@tenantry/rendering';

/**
 * What to prepare.
 *
 * @public
 */
export interface PrepareChangeOptions {
  template: TenantTemplate;
  /** Values of the form, unchecked. */
  values: Record<string, unknown>;
  reader: TenantFilesReader;
  signal?: AbortSignal;
}

/**
 * Renders a change of one tenant for the repository as it is now, and checks the result.
 *
 * @returns a change that may be proposed only when it has no findings. They are those of the values,
 *   and then the files are left out, or else those of the guardrails.
 * @throws ConflictError when the files of the tenant cannot be read as a whole.
 * @throws Error when the template is at fault, or the forge does not answer.
 * @public
 */
export async function prepareChange({
  template,
  values,
  reader,
  signal,
}: PrepareChangeOptions): Promise<RenderedChange> {
  const { client } = values;
  const { registry, files: existingFiles } = await reader.readTenantFiles(
    typeof client === 'string' ? [client] : [],
    { signal },
  );
  const change = renderChange({ template, values, registry, existingFiles });
  if (change.findings.length > 0) {
    return change;
  }
  const { files } = change;
  const findings = checkChange({ registry, existingFiles, files });
  return { ...change, findings };
}
