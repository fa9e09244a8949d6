import { ageColumn, column, fieldOf, textColumn } from './column';

const none = '<none>';

export const namespaceColumns = [
  textColumn('Status', '.status.phase', { absent: none }),
  ageColumn,
];

export const nodeColumns = [
  column('Status', node => {
    const ready = fieldOf(
      node,
      '.status.conditions[?(@.type=="Ready")].status',
    );
    const state = ready === 'True' ? 'Ready' : 'NotReady';
    return fieldOf<boolean>(node, '.spec.unschedulable')
      ? `${state},SchedulingDisabled`
      : state;
  }),
  column('Roles', ({ metadata }) => {
    const prefix = 'node-role.kubernetes.io/';
    const roles = Object.keys(metadata.labels ?? {})
      .filter(label => label.startsWith(prefix))
      .map(label => label.slice(prefix.length));
    return roles.join(',') || none;
  }),
  ageColumn,
  textColumn('Version', '.status.nodeInfo.kubeletVersion', { absent: none }),
  textColumn(
    'Internal-IP',
    '.status.addresses[?(@.type=="InternalIP")].address',
    { absent: none, priority: 1 },
  ),
  textColumn(
    'External-IP',
    '.status.addresses[?(@.type=="ExternalIP")].address',
    { absent: none, priority: 1 },
  ),
  textColumn('OS-Image', '.status.nodeInfo.osImage', {
    absent: none,
    priority: 1,
  }),
  textColumn('Kernel-Version', '.status.nodeInfo.kernelVersion', {
    absent: none,
    priority: 1,
  }),
  textColumn('Container-Runtime', '.status.nodeInfo.containerRuntimeVersion', {
    absent: none,
    priority: 1,
  }),
];
