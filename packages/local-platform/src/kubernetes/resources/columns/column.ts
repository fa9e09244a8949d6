import { KubernetesObject } from '../../ObjectStore';
import { Cell, PrinterColumn } from '../ResourceDefinition';
import { ageOf } from './duration';
import { readJsonPath } from './jsonPath';

/** A column of a built-in kind. */
export function column(
  name: string,
  read: PrinterColumn['read'],
  options: Partial<Pick<PrinterColumn, 'type' | 'priority'>> = {},
): PrinterColumn {
  return { name, type: 'string', read, ...options };
}

/** The column that most kinds end with. */
export const ageColumn = column('Age', ({ metadata }, now) =>
  ageOf(metadata.creationTimestamp, now),
);

/** A column with the text at a JSONPath of a built-in kind. */
export function textColumn(
  name: string,
  jsonPath: string,
  options: { absent?: string; priority?: 1 } = {},
): PrinterColumn {
  const { absent = '', priority } = options;
  const read = (object: KubernetesObject) =>
    fieldOf(object, jsonPath) || absent;
  return column(name, read, { priority });
}

/** A column with the labels at a JSONPath of a built-in kind: `app=a,tier=b`. */
export function labelsColumn(
  name: string,
  jsonPath: string,
  options?: { priority?: 1 },
): PrinterColumn {
  const read = (object: KubernetesObject) =>
    Object.entries(fieldOf<object>(object, jsonPath) ?? {})
      .map(pair => pair.join('='))
      .join(',') || '<none>';
  return column(name, read, options);
}

/** A column of a custom kind: the value at a JSONPath, a date as the time since. */
export function pathColumn(
  name: string,
  jsonPath: string,
  options: Partial<Pick<PrinterColumn, 'type' | 'priority'>> = {},
): PrinterColumn {
  const type = options.type ?? 'string';
  return {
    name,
    type,
    ...options,
    jsonPath,
    read: (object, now) => toCell(readJsonPath(object, jsonPath), type, now),
  };
}

/** The status of the condition of that type. */
export function conditionColumn(
  name: string,
  type: string,
  field: 'status' | 'reason' | 'message' = 'status',
  options?: Pick<PrinterColumn, 'priority'>,
): PrinterColumn {
  const path = `.status.conditions[?(@.type=="${type}")].${field}`;
  return pathColumn(name, path, options);
}

/** The age column of a custom kind. */
export const customAgeColumn = pathColumn(
  'Age',
  '.metadata.creationTimestamp',
  { type: 'date' },
);

/** Reads a field of a built-in kind by its JSONPath. */
export function fieldOf<T = string>(
  object: KubernetesObject,
  jsonPath: string,
): T | undefined {
  return readJsonPath(object, jsonPath) as T | undefined;
}

function toCell(value: unknown, type: PrinterColumn['type'], now: Date): Cell {
  if (value === undefined || value === null) {
    return null;
  }
  if (type === 'date') {
    return ageOf(value, now);
  }
  if (typeof value === 'object') {
    return JSON.stringify(value);
  }
  return type === 'string' ? String(value) : (value as Cell);
}
