/** Takes apart what was typed or pasted: one entry per line, or separated by commas or blanks. */
export function parseEntries(text: string): string[] {
  return text.split(/[\s,;]+/).filter(entry => entry !== '');
}
