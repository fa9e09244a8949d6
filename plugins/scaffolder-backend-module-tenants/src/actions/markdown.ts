import { PrunedObject } from '@tenantry/plugin-tenants-common';

const special = /[\\`*_[\]<>|~#!&]/g;

/** A list of sentences. */
export function describeNotes(notes: readonly string[]): string {
  return notes.map(note => `- ${escape(note)}\n`).join('');
}

/** A table of objects; empty when there are none. */
export function describePruned(pruned: readonly PrunedObject[]): string {
  if (pruned.length === 0) {
    return '';
  }
  const rows = pruned.map(({ cluster, namespace = '', kind, name }) =>
    [cluster, namespace, kind, name].map(escape).join(' | '),
  );
  return ['Cluster | Namespace | Kind | Name', '--- | --- | --- | ---', ...rows]
    .map(row => `| ${row} |\n`)
    .join('');
}

/** Shows text as it is, whatever Markdown or HTML it holds. */
export function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(special, '\\$&');
}
