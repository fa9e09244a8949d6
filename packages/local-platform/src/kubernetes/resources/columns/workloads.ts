import { ageColumn, column, fieldOf, labelsColumn } from './column';
import { containerColumns } from './containers';

const count = (name: string, path: string) =>
  column(name, object => fieldOf<number>(object, path) ?? 0, {
    type: 'integer',
  });

const ready = column(
  'Ready',
  object =>
    `${fieldOf<number>(object, '.status.readyReplicas') ?? 0}/${
      fieldOf<number>(object, '.spec.replicas') ?? 0
    }`,
);

export const deploymentColumns = [
  ready,
  count('Up-to-date', '.status.updatedReplicas'),
  count('Available', '.status.availableReplicas'),
  ageColumn,
  ...containerColumns(),
];

export const replicaSetColumns = [
  count('Desired', '.spec.replicas'),
  count('Current', '.status.replicas'),
  count('Ready', '.status.readyReplicas'),
  ageColumn,
  ...containerColumns(),
];

export const statefulSetColumns = [
  ready,
  ageColumn,
  ...containerColumns().slice(0, 2),
];

export const daemonSetColumns = [
  count('Desired', '.status.desiredNumberScheduled'),
  count('Current', '.status.currentNumberScheduled'),
  count('Ready', '.status.numberReady'),
  count('Up-to-date', '.status.updatedNumberScheduled'),
  count('Available', '.status.numberAvailable'),
  labelsColumn('Node Selector', '.spec.template.spec.nodeSelector'),
  ageColumn,
  ...containerColumns(),
];
