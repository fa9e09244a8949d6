import { html } from 'diff2html';
import { ColorSchemeType } from 'diff2html/lib/types';

const maximumCharacters = 1_000_000;

/**
 * Renders a unified diff as HTML, which escapes what the diff contains.
 *
 * @returns undefined when the diff is too long to be read in a page
 */
export function renderDiff(diff: string): string | undefined {
  if (diff.length > maximumCharacters) return undefined;
  return html(diff, {
    outputFormat: 'line-by-line',
    drawFileList: false,
    matching: 'none',
    colorScheme: ColorSchemeType.AUTO,
  });
}
