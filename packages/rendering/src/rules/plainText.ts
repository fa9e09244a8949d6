import { Finding } from '@tenantry/plugin-tenants-common';
import { fieldPath } from './fieldPath';

type Keys = readonly (string | number)[];

const markup = /[<>]|\$\{\{|\{\{|\{%|\{#/;
const surroundingSpace = /^\s|\s$/;

/** Control, formatting (text direction, zero width), private-use, lone surrogate, separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Refuses text that something behind the form could take for more than text: markup, template
 * syntax, invisible characters.
 */
export function plainTextFindings(values: unknown, keys: Keys = []): Finding[] {
  if (typeof values === 'string') {
    const problem = explainText(values);
    return problem
      ? [{ rule: 'plain-text', field: fieldPath(keys), message: problem }]
      : [];
  }
  if (Array.isArray(values)) {
    return values.flatMap((item, index) =>
      plainTextFindings(item, [...keys, index]),
    );
  }
  if (typeof values === 'object' && values !== null) {
    return Object.entries(values).flatMap(([key, item]) => [
      ...plainTextFindings(key, keys),
      ...plainTextFindings(item, [...keys, key]),
    ]);
  }
  return [];
}

function explainText(text: string): string | undefined {
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
