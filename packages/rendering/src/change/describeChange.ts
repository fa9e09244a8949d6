import {
  FileChange,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { escapeMarkdown, renderMarkdown } from '../output';
import { TenantTemplate } from '../template';
import { RenderContext } from './context';

/** What the forge shows of a change. */
export interface ChangeDescription {
  title: string;
  /** Markdown. */
  description: string;
}

/**
 * Words a change: by the template's `pull-request.md` where it has one, and with the list of files.
 */
export function describeChange(
  template: TenantTemplate,
  context: RenderContext,
  tenantEnvironments: readonly TenantEnvironmentDescriptor[],
  files: readonly FileChange[],
): ChangeDescription {
  const fileTable = describeFiles(files);
  if (!template.pullRequest) {
    const title = `${template.title}: ${context.values.client}`;
    return { title, description: fileTable };
  }
  const extended = {
    ...context,
    tenantEnvironments: tenantEnvironments.map(({ spec }) => spec),
  };
  // A title is no Markdown: its values are not escaped.
  const [heading] = template.pullRequest.render(extended, String).split('\n');
  const [, ...body] = renderMarkdown(template.pullRequest, extended).split(
    '\n',
  );
  return {
    title: heading.replace(/^#\s*/, ''),
    description: `${body.join('\n').trim()}\n\n## Files\n\n${fileTable}`,
  };
}

/**
 * Lists what a change does to which file, as a Markdown table.
 *
 * @public
 */
export function describeFiles(files: readonly FileChange[]): string {
  const rows = files.map(
    ({ operation, path }) => `| ${operation} | ${escapeMarkdown(path)} |\n`,
  );
  return `| Operation | File |\n| --- | --- |\n${rows.join('')}`;
}
