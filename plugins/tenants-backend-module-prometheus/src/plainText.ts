/** Control, formatting and private-use characters, lone surrogates, separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * One line of plain text of what somebody else wrote, such as a label value or an annotation.
 *
 * @param maximumLength - in characters
 */
export function plainText(text: string, maximumLength: number): string {
  const line = text
    .slice(0, 10 * maximumLength)
    .replace(invisible, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > maximumLength
    ? `${line.slice(0, maximumLength - 3).trimEnd()}...`
    : line;
}
