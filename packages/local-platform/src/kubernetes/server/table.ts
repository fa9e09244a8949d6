import { KubernetesObject } from '../ObjectStore';
import { PrinterColumn, ResourceDefinition } from '../resources';
import { ageColumn } from '../resources/columns/column';

export interface TableOptions {
  definition: ResourceDefinition;
  version: 'v1' | 'v1beta1';
  metadata: object;
  now: Date;
  /** What comes along with the row of an object. */
  attach(object: KubernetesObject): object | undefined;
}

const nameColumn: PrinterColumn = {
  name: 'Name',
  type: 'string',
  read: ({ metadata }) => metadata.name,
};

/** The objects as the table that kubectl prints. */
export function toTable(
  objects: readonly KubernetesObject[],
  options: TableOptions,
): object {
  const columns = columnsOf(options.definition);
  return {
    kind: 'Table',
    apiVersion: `meta.k8s.io/${options.version}`,
    metadata: options.metadata,
    columnDefinitions: columns.map(({ name, type, priority = 0 }) => ({
      name,
      type,
      format: name === 'Name' && priority === 0 ? 'name' : '',
      description: '',
      priority,
    })),
    rows: objects.map(object => ({
      cells: columns.map(column => column.read(object, options.now)),
      object: options.attach(object),
    })),
  };
}

/** An object without its content. */
export function toPartialMetadata({ metadata }: KubernetesObject): object {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}

/** Events lead with when they were seen; everything else with its name. */
function columnsOf({ columns = [ageColumn] }: ResourceDefinition) {
  return columns.some(({ name }) => name === nameColumn.name)
    ? columns
    : [nameColumn, ...columns];
}
