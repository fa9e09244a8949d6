import { FileChange, PrunedObject } from '@tenantry/plugin-tenants-common';
import { escapeMarkdown, renderMarkdown } from '../output';
import { TenantTemplate } from '../template';
import { PullRequestContext } from './pullRequestContext';

/** What the forge shows of a change. */
export interface ChangeDescription {
  title: string;
  /** Markdown. */
  description: string;
}

/** What a description tells of a change. */
export interface DescribedChange {
  files: readonly FileChange[];
  notes: readonly string[];
  pruned: readonly PrunedObject[];
}

/**
 * Words a change: by the template's `pull-request.md` where it has one, then what a reviewer should
 * know, what will be deleted, and the list of files.
 */
export function describeChange(
  template: TenantTemplate,
  context: PullRequestContext,
  change: DescribedChange,
): ChangeDescription {
  const { heading, sections } = wordsOf(template, context);
  return {
    title: heading,
    description: [
      ...sections,
      ...warnings(change),
      `## Files\n\n${describeFiles(change.files)}`,
    ].join('\n\n'),
  };
}

function wordsOf(
  { title, operation, pullRequest, base }: TenantTemplate,
  context: PullRequestContext,
): { heading: string; sections: string[] } {
  if (!pullRequest) {
    return { heading: `${title}: ${context.values.client}`, sections: [] };
  }
  // A new environment takes the same steps as a new tenant, which the base template tells.
  const steps = operation === 'add-environment' ? base.pullRequest : undefined;
  // A title is no Markdown: its values are not escaped.
  const [heading] = pullRequest.render(context, String).split('\n');
  return {
    heading: heading.replace(/^#\s*/, ''),
    sections: [pullRequest, steps].flatMap(text =>
      text ? [bodyOf(renderMarkdown(text, context))] : [],
    ),
  };
}

function bodyOf(markdown: string): string {
  const [, ...body] = markdown.split('\n');
  return body.join('\n').trim();
}

/**
 * Lists what a change does to which file, as a Markdown table.
 *
 * @public
 */
export function describeFiles(files: readonly FileChange[]): string {
  const rows = files.map(({ operation, path }) => [operation, path]);
  return table(['Operation', 'File'], rows);
}

function warnings({ notes, pruned }: DescribedChange): string[] {
  const sections: string[] = [];
  if (notes.length > 0) {
    const list = notes.map(note => `- ${escapeMarkdown(note)}\n`).join('');
    sections.push(`## For the reviewer\n\n${list}`.trimEnd());
  }
  if (pruned.length > 0) {
    const rows = pruned.map(({ cluster, namespace = '', kind, name }) => [
      cluster,
      namespace,
      kind,
      name,
    ]);
    const columns = ['Cluster', 'Namespace', 'Kind', 'Name'];
    sections.push(
      `## Deleted by the GitOps engine\n\n${table(columns, rows)}`.trimEnd(),
    );
  }
  return sections;
}

function table(columns: string[], rows: string[][]): string {
  const rule = columns.map(() => '---');
  return [columns, rule, ...rows.map(cells => cells.map(escapeMarkdown))]
    .map(cells => `| ${cells.join(' | ')} |\n`)
    .join('');
}
