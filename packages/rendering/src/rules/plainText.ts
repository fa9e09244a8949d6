import { explainPlainText, Finding } from '@tenantry/plugin-tenants-common';
import { fieldPath } from './fieldPath';

type Keys = readonly (string | number)[];

/**
 * Refuses text that something behind the form could take for more than text: markup, template
 * syntax, invisible characters.
 */
export function plainTextFindings(values: unknown, keys: Keys = []): Finding[] {
  if (typeof values === 'string') {
    const problem = explainPlainText(values);
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
