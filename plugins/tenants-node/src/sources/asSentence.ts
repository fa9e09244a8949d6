const maximumLength = 300;

/**
 * Makes what a server says fit into a message: not too long, and ending like a sentence.
 *
 * @public
 */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  const short =
    trimmed.length > maximumLength
      ? `${trimmed.slice(0, maximumLength - 3)}...`
      : trimmed;
  return /[.!?]$/.test(short) ? short : `${short}.`;
}
