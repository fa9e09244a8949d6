import { FileChange } from '@tenantry/plugin-tenants-common';
import { RenderedChange, renderChange } from '../change';
import { inputs } from './inputs';
import { platformRegistry } from './platform';
import { cantonClientTemplate } from './template';

/** What the shipped template proposes for one of {@link inputs}. */
export async function renderInputChange(name: string): Promise<RenderedChange> {
  const change = renderChange({
    template: await cantonClientTemplate(),
    registry: platformRegistry(),
    values: inputs[name],
  });
  if (change.findings.length > 0) {
    throw new Error(JSON.stringify(change.findings));
  }
  return change;
}

/** The files that the shipped template renders for one of {@link inputs}. */
export async function renderInput(name: string): Promise<FileChange[]> {
  return (await renderInputChange(name)).files;
}
