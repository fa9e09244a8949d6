import { FileChange } from '@tenantry/plugin-tenants-common';
import { renderChange } from '../change';
import { inputs } from './inputs';
import { platformRegistry } from './platform';
import { cantonClientTemplate } from './template';

/** The files that the shipped template renders for one of {@link inputs}. */
export async function renderInput(name: string): Promise<FileChange[]> {
  const { files, findings } = renderChange({
    template: await cantonClientTemplate(),
    registry: platformRegistry(),
    values: inputs[name],
  });
  if (findings.length > 0) {
    throw new Error(JSON.stringify(findings));
  }
  return files;
}
