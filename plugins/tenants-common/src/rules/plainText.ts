const markup = /[<>]|\$\{\{|\{\{|\{%|\{#/;
const surroundingSpace = /^\s|\s$/;

/** Control, formatting (text direction, zero width), private-use, lone surrogate, separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Says why something behind a form could take a text for more than one line of text (markup,
 * template syntax, invisible characters), or `undefined` when it could not.
 *
 * @public
 */
export function explainPlainText(text: string): string | undefined {
  const shown = JSON.stringify(text);
  if (markup.test(text)) {
    return `${shown} holds markup or template syntax (such as < > {{ {%); only plain text is allowed.`;
  }
  if (invisible.test(text)) {
    return `${shown} holds a line break or an invisible character; only plain text on one line is allowed.`;
  }
  if (surroundingSpace.test(text)) {
    return `${shown} starts or ends with a space.`;
  }
  return undefined;
}
