import { RenderedChange } from '@tenantry/rendering';
import { plain } from './plain';

/** What a change does, for a terminal. */
export function formatChange({
  title,
  files,
  notes,
  pruned,
}: RenderedChange): string {
  if (files.length === 0) {
    return 'Nothing to change.\n';
  }
  return [
    plain(title),
    '',
    ...files.map(({ operation, path }) => `  ${operation}  ${path}`),
    ...section('Notes:', notes),
    ...section(
      'The GitOps engine will delete:',
      pruned.map(
        ({ cluster, namespace, kind, name }) =>
          `${cluster}: ${[namespace, kind, name].filter(Boolean).join('/')}`,
      ),
    ),
    '',
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0
    ? ['', heading, ...lines.map(line => `  ${plain(line)}`)]
    : [];
}
