import { CompiledText } from '../expressions';

const special = /[\\`*_[\]<>|~#!&]/g;

/**
 * Renders Markdown; a value is shown as it is, whatever Markdown or HTML it holds.
 */
export function renderMarkdown(text: CompiledText, context: object): string {
  return text.render(context, value => escapeMarkdown(String(value)));
}

/** Escapes text for a paragraph or a cell of a table. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(special, '\\$&');
}
